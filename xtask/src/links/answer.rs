//! What a host says of an address, and what that proves.

use std::fmt;
use std::io::ErrorKind;

/// The end of asking for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// A status code, after redirects.
    Status(u16),
    /// 429, or another code with Retry-After: the host asks to be left alone for a while.
    Busy(u16),
    /// Redirects go on and on: perhaps only for those who keep no cookies.
    Redirects,
    /// Nothing came in time.
    Timeout,
    /// The connection broke off, or what came was no HTTP.
    Broken,
    /// The connection is not safe: a browser would warn of it.
    Unsafe,
    /// The host lets nobody connect.
    NoConnection,
    /// No host has this name.
    NoHost,
}

/// What an answer proves about a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conclusion {
    /// A reader would find it.
    Success,
    /// Neither of the others.
    Unsure,
    /// A reader would find nothing.
    Failure,
}

impl Answer {
    /// 404, 410 and faults of the server or the connection are failures. Everything else that is
    /// no success may have to do with the asker being a program: 401, 403, 429, timeouts (also a
    /// gateway's), codes that LinkedIn made up.
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

    /// Whether GET may be answered in another way than HEAD was: some hosts refuse HEAD with any
    /// code, some by hanging up.
    pub(super) const fn is_worth_a_get(self) -> bool {
        match self {
            Self::Status(_) => !matches!(self.conclusion(), Conclusion::Success),
            Self::Broken => true,
            _ => false,
        }
    }

    /// Whether it may be this machine that has no connection.
    pub(super) const fn is_unreachable(self) -> bool {
        matches!(self, Self::NoConnection | Self::NoHost)
    }

    /// What an error on the way to a status code means.
    pub(super) fn from_error(error: &ureq::Error) -> Self {
        match error {
            ureq::Error::Timeout(_) => Self::Timeout,
            ureq::Error::HostNotFound => Self::NoHost,
            ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Self::Unsafe,
            ureq::Error::ConnectionFailed => Self::NoConnection,
            ureq::Error::Io(error) => match error.kind() {
                ErrorKind::TimedOut | ErrorKind::WouldBlock => Self::Timeout,
                // What the TLS library gives when it refuses a certificate.
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

impl fmt::Display for Answer {
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
            assert_eq!(Answer::Status(code).conclusion(), Conclusion::Success, "{code}");
        }
        for code in [304, 400, 401, 403, 405, 408, 429, 451, 504, 999] {
            assert_eq!(Answer::Status(code).conclusion(), Conclusion::Unsure, "{code}");
        }
        for code in [404, 410, 500, 502, 503] {
            assert_eq!(Answer::Status(code).conclusion(), Conclusion::Failure, "{code}");
        }
        for answer in [Answer::Timeout, Answer::Redirects, Answer::Busy(429), Answer::Busy(503)] {
            assert_eq!(answer.conclusion(), Conclusion::Unsure, "{answer}");
        }
        for answer in [Answer::Broken, Answer::Unsafe, Answer::NoConnection, Answer::NoHost] {
            assert_eq!(answer.conclusion(), Conclusion::Failure, "{answer}");
        }
    }
}
