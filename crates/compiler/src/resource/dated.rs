//! The year in which a linked resource was published, read from its address or its label. Only what is written as a year counts: an identifier, a version or a number of things
//! may look like one, and no year is better than a wrong one.

use catalog::{DateSource, Dated, Resource};
use url::Url;

use crate::resource::Known;
use crate::slug_dates;
use crate::slug_words::slug_words;

/// What the chapter links to is no older.
pub(crate) const EARLIEST: u32 = 2000;

impl Known<'_> {
    /// The year of a resource. `latest` is the year in which the chapter was written: it links to
    /// nothing younger.
    pub(crate) fn date(self, resource: &Resource, latest: u32) -> Option<Dated> {
        let plausible = |year: &u32| (EARLIEST..=latest).contains(year);
        let dated = |source| move |year| Dated { year, source };
        let url = Url::parse(&resource.url).ok()?;
        let segments: Vec<&str> =
            url.path().split('/').filter(|segment| !segment.is_empty()).collect();
        let of_slug = || {
            let mut words = slug_words(self.telling_segment(&segments)?);
            slug_dates::take(&mut words, self.words).or_else(|| self.year_at_end(&words))
        };
        of_permalink(&resource.host, &segments)
            .filter(plausible)
            .or_else(|| only_year(&words_of(resource.venue.as_deref()?)).filter(plausible))
            .or_else(|| of_slug().filter(plausible))
            .or_else(|| {
                segments.iter().find_map(|segment| self.of_folder(segment)).filter(plausible)
            })
            .map(dated(DateSource::Address))
            .or_else(|| {
                let words = words_of(resource.label.as_deref()?);
                self.year_at_end(&words).filter(plausible).map(dated(DateSource::Text))
            })
    }

    /// The year of the folder `2018-09` or `2018-09-27`.
    fn of_folder(self, segment: &str) -> Option<u32> {
        if !segment.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut words = slug_words(segment);
        slug_dates::take(&mut words, self.words).filter(|_| words.is_empty())
    }

    /// The year at either end of a title; none when the word beside it makes it no date.
    fn year_at_end(self, words: &[String]) -> Option<u32> {
        let found = only_year(words)?;
        let beside = match words {
            [.., before, last] if year(last).is_some() => before,
            [first, after, ..] if year(first).is_some() => after,
            _ => return None,
        };
        (!self.words.undated.contains(beside)).then_some(found)
    }
}

/// The year of `/2017/05/…`, and at a blog of `/2017/some-words`. Elsewhere a number on its own may
/// count anything.
fn of_permalink(host: &str, segments: &[&str]) -> Option<u32> {
    let is_blog = host.starts_with("blog") || segments.contains(&"blog");
    segments.windows(2).find_map(|pair| {
        let [segment, next] = pair else { return None };
        let is_post = is_blog && next.bytes().any(|byte| byte.is_ascii_alphabetic());
        year(segment).filter(|_| is_month(next) || is_post)
    })
}

/// The year among words, where there is just one.
fn only_year(words: &[String]) -> Option<u32> {
    let mut years = words.iter().filter_map(|word| year(word));
    years.next().filter(|_| years.next().is_none())
}

fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn year(word: &str) -> Option<u32> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| is_year)
}

fn is_month(segment: &str) -> bool {
    segment.len() == 2 && segment.parse().is_ok_and(|month: u32| (1..=12).contains(&month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hosts::Hosts;
    use crate::links::{Context, Link};
    use crate::words::Lexicon;

    #[track_caller]
    fn check(address: &str, label: Option<&str>, expected: Option<(u32, DateSource)>) {
        let (hosts, words) = (Hosts::frozen(), Lexicon::frozen());
        let known = Known { hosts: &hosts, words: &words };
        let resource = known.describe(Link {
            url: Url::parse(address).unwrap(),
            address: address.to_owned(),
            label: label.map(str::to_owned),
            context: Context::default(),
            lines: vec![1],
        });
        let found = known.date(&resource, 2019).map(|Dated { year, source }| (year, source));
        assert_eq!(found, expected, "{address} {label:?}");
    }

    #[test]
    fn addresses_tell_the_year() {
        for (address, year) in [
            ("https://labs.spotify.com/2016/02/25/some-words/", 2016),
            ("https://blog.acme.com/engineering/2018/some-words.html", 2018),
            ("https://acme.com/blog/2018/some-words", 2018),
            ("https://berlin-2017.flink-forward.org/kb_sessions/some-words/", 2017),
            ("https://www.slideshare.net/a/talk?ref=https://b.io/kafka-summit-sf18/talk", 2018),
            ("https://www.slideshare.net/a/two-centers-cassandra-summit-2016", 2016),
            ("https://acme.com/files/2018-09/2017_Madrid_Big_Data.pdf", 2017),
            ("https://acme.com/files/2018-09/big_data.pdf", 2018),
            ("https://acme.com/some-words-2015-8adfb34f169c", 2015),
            ("https://acme.com/2016-03-04-some-words", 2016),
            ("https://acme.com/blog/2016-03-04/words", 2016),
            ("https://acme.com/outage-of-march-4-2016.html", 2016),
            ("https://acme.com/blog/some-words-20160304", 2016),
            // The day of the report, not of the event that it looks back at.
            ("https://acme.com/2019/01/news-of-kafka-summit-2018", 2019),
        ] {
            check(address, None, Some((year, DateSource::Address)));
        }
    }

    #[test]
    fn numbers_are_no_years() {
        for address in [
            "https://acme.com/questions/2011/how-to-do-it",
            "https://acme.com/events/2018",
            "https://acme.com/2018/13/some-words",
            "https://acme.com/predictions-for-2019",
            "https://acme.com/2018-in-review",
            "https://acme.com/from-spark-2016-to-2018",
            "https://acme.com/sql-server-2016",
            "https://acme.com/running-2016-nodes",
            "https://acme.com/vision-2020",
            "https://acme.com/best-of-1999",
            "https://acme.com/2024/05/some-words",
            "https://acme.com/some-words-58453",
            "https://acme.com/talks-sf18",
            "https://acme.com/kubecon-180507122303.pdf",
        ] {
            check(address, None, None);
        }
    }

    #[test]
    fn the_chapters_words_tell_the_year() {
        let address = "https://acme.com/x";
        check(address, Some("Talk at Strata London (2018)"), Some((2018, DateSource::Text)));
        check(address, Some("2018 keynote"), Some((2018, DateSource::Text)));
        check(address, Some("Predictions for 2018"), None);
        check(address, Some("Keynote 2031"), None);
        check(
            "https://acme.com/2016/02/x",
            Some("Keynote 2018"),
            Some((2016, DateSource::Address)),
        );
    }
}
