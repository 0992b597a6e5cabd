//! `connect-ui health`: what a container's health check asks, so that its image needs no program beside ours.

use std::{
    io::{Read as _, Write as _},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream},
    time::Duration,
};

/// Longer than that no server that is well takes.
const PATIENCE: Duration = Duration::from_secs(3);
/// Where it listens unless it was told otherwise.
const DEFAULT: &str = "127.0.0.1:3003";

/// Asks the server at the address that it listens on for `/health`.
pub fn health(listen: Option<&str>) -> Result<(), String> {
    let listen = listen.unwrap_or(DEFAULT);
    let address = listen.parse().map_err(|_| format!("CONNECT_UI_LISTEN is {listen:?}, and no address"))?;
    let status = ask(reachable(address)).map_err(|error| format!("no answer at {listen}: {error}"))?;
    if status.split(' ').nth(1) == Some("200") { Ok(()) } else { Err(format!("the answer was {status:?}")) }
}

/// Who listens everywhere listens here.
const fn reachable(listen: SocketAddr) -> SocketAddr {
    let address = match listen.ip() {
        IpAddr::V4(address) if address.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(address) if address.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        address => address,
    };
    SocketAddr::new(address, listen.port())
}

fn ask(address: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(b"GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
    let mut answer = [0; 64];
    let read = stream.read(&mut answer)?;
    let text = String::from_utf8_lossy(answer.get(..read).unwrap_or_default());
    Ok(text.lines().next().unwrap_or_default().to_owned())
}
