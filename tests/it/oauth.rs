//! Flows that leave for another site and come back, and what is done with the tokens they bring.

mod attacks;
mod database;
mod ending;
mod faults;
mod processes;
mod refresh;
mod statements;
