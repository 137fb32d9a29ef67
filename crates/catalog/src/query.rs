//! Query strings of pages.

/// The query string of a page. Implemented by the codec that also reads it.
pub trait Query {
    /// Without `?`; empty for the page's defaults.
    fn query_string(&self) -> String;
}

/// Which technologies the matrix shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MatrixScope {
    /// Those that several companies use.
    #[default]
    Shared,
    /// All of them.
    All,
}

impl MatrixScope {
    /// The key of its query string.
    pub const KEY: &str = "show";

    const SHOW_ALL: &str = "show=all";

    /// Reads a query string without `?`.
    #[must_use]
    pub fn from_query_string(query: &str) -> Self {
        if query.split('&').any(|pair| pair == Self::SHOW_ALL) { Self::All } else { Self::Shared }
    }
}

impl Query for MatrixScope {
    fn query_string(&self) -> String {
        match self {
            Self::Shared => String::new(),
            Self::All => Self::SHOW_ALL.to_owned(),
        }
    }
}

/// Where an episode starts to play, from the query string: `t=90`, `t=1m30s`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start(u32);

impl Start {
    /// The key of its query string.
    pub const KEY: &str = "t";

    /// The latest second that is accepted: a day.
    const LATEST: u32 = 86_400;

    /// Reads a query string without `?`. What is no time is the beginning.
    ///
    /// ```
    /// use catalog::Start;
    ///
    /// assert_eq!(Start::from_query_string("t=1m30s").seconds(), 90);
    /// assert_eq!(Start::from_query_string("t=soon").seconds(), 0);
    /// ```
    #[must_use]
    pub fn from_query_string(query: &str) -> Self {
        let values = query.split('&').filter_map(|pair| pair.split_once('='));
        let times = values.filter(|(key, _)| key.eq_ignore_ascii_case(Self::KEY));
        let seconds = times.filter_map(|(_, time)| seconds(time)).next_back();
        Self(seconds.unwrap_or_default().min(Self::LATEST))
    }

    /// From the beginning of the episode.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.0
    }
}

/// The seconds of a time as video sites write it: `90`, `90s`, `1m30s`, `1h2m3s`.
fn seconds(time: &str) -> Option<u32> {
    let (mut total, mut number) = (0_u32, String::new());
    for c in time.chars() {
        let unit = match c.to_ascii_lowercase() {
            digit if digit.is_ascii_digit() => {
                number.push(digit);
                continue;
            }
            'h' => 3_600,
            'm' => 60,
            's' => 1,
            _ => return None,
        };
        total = total.checked_add(number.parse::<u32>().ok()?.checked_mul(unit)?)?;
        number.clear();
    }
    if number.is_empty() {
        return (total > 0).then_some(total);
    }
    total.checked_add(number.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_video_sites_write_it() {
        #[track_caller]
        fn check(query: &str, expected: u32) {
            assert_eq!(Start::from_query_string(query).seconds(), expected, "{query}");
        }
        check("t=90", 90);
        check("q=a&T=90s", 90);
        check("t=1m30s", 90);
        check("t=1h2m3s", 3_723);
        check("t=1m30", 90);
        check("t=5&t=7", 7);
        for garbage in ["", "t", "t=", "t=-1", "t=s", "t=1x", "t=%00", "at=90"] {
            check(garbage, 0);
        }
        check("t=99999999999999", 0);
        check("t=4000000000", 86_400);
        check("t=2000000h", 0);
    }
}
