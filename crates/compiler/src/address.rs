//! Splits an address into the parts that can name a technology: host, account, slug, query.

use std::collections::HashMap;
use std::ops::Range;

use percent_encoding::percent_decode_str;
use url::Url;

use crate::matcher::TechnologyIndex;
use crate::text_form::lower;

/// An address as it is shown, with its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// Host (without `www.`), path and query, percent signs decoded: `slideshare.net/x/kafka?a=b`.
    pub(crate) text: String,
    /// Range of the host in `text`.
    host: Range<usize>,
    /// Range of each non-empty segment of the path in `text`.
    segments: Vec<Range<usize>>,
}

impl Address {
    /// Takes a URL apart; `None` when it has no host.
    pub(crate) fn parse(url: &str) -> Option<Self> {
        let url = Url::parse(url).ok()?;
        let mut text = without_www(url.host_str()?).to_owned();
        let host = 0..text.len();
        let mut segments = Vec::new();
        for segment in url.path().split('/').filter(|segment| !segment.is_empty()) {
            text.push('/');
            let start = text.len();
            decode(segment, &mut text);
            segments.push(start..text.len());
        }
        if let Some(query) = url.query() {
            text.push('?');
            decode(query, &mut text);
        }
        Some(Self { text, host, segments })
    }

    /// Host, parts of the path and query, in order.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let path_end = self.segments.last().map_or(self.host.end, |last| last.end);
        let query = path_end..self.text.len();
        [self.host.clone()].into_iter().chain(self.segments.iter().cloned()).chain([query])
    }

    /// The part of the path that titles the page: the last one that holds a letter, so that
    /// numbers which only identify it are passed over.
    pub(crate) fn slug(&self) -> Option<Range<usize>> {
        let has_letter = |range: &&Range<usize>| {
            self.text[(*range).clone()].contains(|c: char| c.is_alphabetic())
        };
        self.segments.iter().rev().find(has_letter).cloned()
    }

    /// The shortest readable part of the address that contains `mark`, with the
    /// mark moved accordingly: the host and the path up to the end of the segment,
    /// or in the query the address that it names, up to the same.
    pub(crate) fn excerpt(&self, mark: Range<usize>) -> (&str, Range<usize>) {
        let before = &self.text[..mark.start];
        let start = match before.find('?') {
            None => 0,
            Some(query) => {
                let nested = before.rfind("://").map(|at| at + "://".len());
                let value = before.rfind(['=', '&', '?']).map_or(query, |at| at) + 1;
                let start = nested.filter(|&nested| nested > value).unwrap_or(value);
                mark.start.min(self.text.len() - without_www(&self.text[start..]).len())
            }
        };
        let after = &self.text[mark.end..];
        let end = after.find(['/', '?', '&', '#']).map_or(self.text.len(), |at| mark.end + at);
        (&self.text[start..end], mark.start - start..mark.end - start)
    }
}

fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// Appends `encoded` with its percent escapes decoded, or as it is if that cannot be shown.
fn decode(encoded: &str, text: &mut String) {
    match percent_decode_str(encoded).decode_utf8() {
        Ok(shown) if !shown.contains(char::is_control) => text.push_str(&shown),
        _ => text.push_str(encoded),
    }
}

/// Address prefixes that belong to something, found by the longest prefix.
#[derive(Clone, Debug)]
pub(crate) struct Sites<T> {
    by_host: HashMap<String, Vec<(Vec<String>, T)>>,
}

/// The prefixes of technologies' own sites.
pub(crate) type TechnologySites = Sites<TechnologyIndex>;

impl<T> Default for Sites<T> {
    fn default() -> Self {
        Self { by_host: HashMap::new() }
    }
}

impl<T: Copy> Sites<T> {
    /// Adds a prefix, written as host or host/path; returns the owner of an equal one instead.
    ///
    /// # Errors
    /// The owner of the same prefix.
    pub(crate) fn insert(&mut self, prefix: &str, owner: T) -> Result<(), T> {
        let mut parts = prefix.split('/').filter(|part| !part.is_empty()).map(str::to_lowercase);
        let host = parts.next().unwrap_or_default();
        let path: Vec<String> = parts.collect();
        let prefixes = self.by_host.entry(without_www(&host).to_owned()).or_default();
        if let Some((_, known)) = prefixes.iter().find(|(known, _)| *known == path) {
            return Err(*known);
        }
        prefixes.push((path, owner));
        Ok(())
    }

    /// The owner of the longest prefix of the address, and the prefix's range in its text.
    pub(crate) fn find(&self, address: &Address) -> Option<(T, Range<usize>)> {
        let prefixes = self.by_host.get(&address.text[address.host.clone()])?;
        let starts_with = |path: &[String]| {
            path.len() <= address.segments.len()
                && path
                    .iter()
                    .zip(&address.segments)
                    .all(|(part, segment)| *lower(&address.text[segment.clone()]) == *part)
        };
        let (path, owner) = prefixes
            .iter()
            .filter(|(path, _)| starts_with(path))
            .max_by_key(|(path, _)| path.len())?;
        let end =
            path.len().checked_sub(1).map_or(address.host.end, |last| address.segments[last].end);
        Some((*owner, 0..end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(url: &str) -> Address {
        Address::parse(url).unwrap()
    }

    #[test]
    fn an_address_is_shown_without_scheme_and_escapes() {
        let db = address("https://db-engines.com/en/system/Amazon+DynamoDB%3BCassandra");
        assert_eq!(db.text, "db-engines.com/en/system/Amazon+DynamoDB;Cassandra");
        assert_eq!(address("http://www.x.org/%C3%BC%00%zz%").text, "x.org/%C3%BC%00%zz%");
        assert_eq!(address("http://www.x.org/%C3%BC").text, "x.org/ü");
        assert_eq!(Address::parse("mailto:a@b.c"), None);
        assert_eq!(Address::parse("kafka"), None);
    }

    #[test]
    fn the_slug_is_the_last_part_with_letters() {
        let slug = |url| address(url).slug().map(|range| address(url).text[range].to_owned());
        assert_eq!(
            slug("https://x.org/articles/Apache_SDAP/5786421").as_deref(),
            Some("Apache_SDAP")
        );
        assert_eq!(slug("https://eng.uber.com/aresdb/").as_deref(), Some("aresdb"));
        assert_eq!(slug("https://x.org/"), None);
    }

    #[track_caller]
    fn check_excerpt(url: &str, mark: &str, expected: &str) {
        let address = address(url);
        let start = address.text.find(mark).unwrap();
        let (excerpt, moved) = address.excerpt(start..start + mark.len());
        assert_eq!((excerpt, &excerpt[moved]), (expected, mark));
    }

    #[test]
    fn an_excerpt_ends_with_the_part_that_is_marked() {
        check_excerpt(
            "https://www.slideshare.net/SparkSummit/x-y",
            "SparkSummit",
            "slideshare.net/SparkSummit",
        );
        check_excerpt(
            "https://sf-2017.flink-forward.org/kb/x",
            "flink-forward",
            "sf-2017.flink-forward.org",
        );
        check_excerpt(
            "https://a.org/b?ref=https://www.confluent.io/kafka-summit-sf18/x",
            "kafka-summit",
            "confluent.io/kafka-summit-sf18",
        );
        check_excerpt("https://a.org/b?event=KubeCon&x=1", "KubeCon", "KubeCon");
    }

    #[test]
    fn the_longest_prefix_owns_an_address() {
        let mut sites = Sites::default();
        assert_eq!(sites.insert("aws.amazon.com", 1), Ok(()));
        assert_eq!(sites.insert("aws.amazon.com/s3/", 2), Ok(()));
        assert_eq!(sites.insert("www.aws.amazon.com/S3", 3), Err(2));
        let find = |url| sites.find(&address(url));
        assert_eq!(
            find("https://aws.amazon.com/s3/pricing"),
            Some((2, 0.."aws.amazon.com/s3".len()))
        );
        assert_eq!(find("https://aws.amazon.com/s3x"), Some((1, 0.."aws.amazon.com".len())));
        assert_eq!(find("https://amazon.com/s3"), None);
    }
}
