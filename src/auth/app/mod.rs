//! GitHub Apps.

use super::{
    ServiceContext,
    problem::ExchangeProblem,
    redirect::{Arrival, Departing, Departure, DepartureProblem, ReturnProblem, Returning},
};

pub(super) fn depart(
    _cx: ServiceContext<'_>,
    _departing: Departing<'_>,
) -> Result<Departure, DepartureProblem> {
    Err(DepartureProblem::NotARedirectMode)
}

pub(super) async fn arrive(
    _cx: ServiceContext<'_>,
    _returning: Returning<'_>,
) -> Result<Arrival, ReturnProblem> {
    Err(ExchangeProblem::NotOffered.into())
}

pub(super) async fn arrive_with_user(
    _cx: ServiceContext<'_>,
    _returning: Returning<'_>,
) -> Result<Arrival, ReturnProblem> {
    Err(ExchangeProblem::NotOffered.into())
}
