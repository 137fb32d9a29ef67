//! The answer of a host to a request for a link, and what it proves.

use std::fmt;
use std::io::ErrorKind;

/// The result of requesting an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LinkAnswer {
    /// A status code, after redirects.
    Status(u16),
    /// 429, or another code with Retry-After: the host asks for a pause.
    Busy(u16),
    /// Too many redirects, perhaps only for clients without cookies.
    Redirects,
    /// No response in time.
    Timeout,
    /// The connection was closed, or the response was not HTTP.
    Broken,
    /// The certificate is refused: a browser would show a warning.
    Unsafe,
    /// The host refuses connections.
    NoConnection,
    /// The host's name is unknown.
    NoHost,
}

/// What an answer proves about a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conclusion {
    /// The link works.
    Success,
    /// Nothing.
    Unsure,
    /// The link is broken.
    Failure,
}

impl LinkAnswer {
    /// 404, 410 and faults of the server or the connection are failures. Everything else but
    /// success may be a reaction to programs: 401, 403, 429, timeouts (also a gateway's),
    /// LinkedIn's own code 999.
    pub(super) const fn conclusion(self) -> Conclusion {
        match self {
            Self::Status(200..=299) => Conclusion::Success,
            Self::Status(408 | 504 | 522 | 524)
            | Self::Busy(_)
            | Self::Redirects
            | Self::Timeout => Conclusion::Unsure,
            Self::Status(404 | 410 | 500..=599)
            | Self::Broken
            | Self::Unsafe
            | Self::NoConnection
            | Self::NoHost => Conclusion::Failure,
            Self::Status(_) => Conclusion::Unsure,
        }
    }

    /// Whether to retry with GET: some hosts refuse HEAD with an arbitrary code, some by closing
    /// the connection.
    pub(super) const fn is_worth_a_get(self) -> bool {
        match self {
            Self::Status(_) => !matches!(self.conclusion(), Conclusion::Success),
            Self::Broken => true,
            _ => false,
        }
    }

    /// Whether the cause may be that this machine has no connection.
    pub(super) const fn is_unreachable(self) -> bool {
        matches!(self, Self::NoConnection | Self::NoHost)
    }

    /// The answer for an error before a status code.
    pub(super) fn from_error(error: &ureq::Error) -> Self {
        match error {
            ureq::Error::Timeout(_) => Self::Timeout,
            ureq::Error::HostNotFound => Self::NoHost,
            ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Self::Unsafe,
            ureq::Error::ConnectionFailed => Self::NoConnection,
            ureq::Error::Io(error) => match error.kind() {
                ErrorKind::TimedOut | ErrorKind::WouldBlock => Self::Timeout,
                // The TLS library's error for a refused certificate.
                ErrorKind::InvalidData => Self::Unsafe,
                ErrorKind::ConnectionRefused
                | ErrorKind::HostUnreachable
                | ErrorKind::NetworkUnreachable
                | ErrorKind::AddrNotAvailable => Self::NoConnection,
                _ => Self::Broken,
            },
            _ => Self::Broken,
        }
    }
}

impl fmt::Display for LinkAnswer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(code) | Self::Busy(code) => code.fmt(formatter),
            Self::Redirects => formatter.write_str("too many redirects"),
            Self::Timeout => formatter.write_str("timeout"),
            Self::Broken => formatter.write_str("broken connection"),
            Self::Unsafe => formatter.write_str("unsafe connection"),
            Self::NoConnection => formatter.write_str("no connection"),
            Self::NoHost => formatter.write_str("host not found"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_proof_is_a_failure() {
        for code in [200, 204, 299] {
            assert_eq!(LinkAnswer::Status(code).conclusion(), Conclusion::Success, "{code}");
        }
        for code in [304, 400, 401, 403, 405, 408, 429, 451, 504, 999] {
            assert_eq!(LinkAnswer::Status(code).conclusion(), Conclusion::Unsure, "{code}");
        }
        for code in [404, 410, 500, 502, 503] {
            assert_eq!(LinkAnswer::Status(code).conclusion(), Conclusion::Failure, "{code}");
        }
        for answer in [
            LinkAnswer::Timeout,
            LinkAnswer::Redirects,
            LinkAnswer::Busy(429),
            LinkAnswer::Busy(503),
        ] {
            assert_eq!(answer.conclusion(), Conclusion::Unsure, "{answer}");
        }
        for answer in
            [LinkAnswer::Broken, LinkAnswer::Unsafe, LinkAnswer::NoConnection, LinkAnswer::NoHost]
        {
            assert_eq!(answer.conclusion(), Conclusion::Failure, "{answer}");
        }
    }
}
