//! What is known about the sites that the chapter links to.
//!
//! To teach the compiler a site, add a row to [`RULES`]; the first row that matches an address
//! wins. To say who stands behind an account, add a row to [`ACCOUNTS`]. What is true of a single
//! address has its place in `companies.toml`.

use catalog::Kind;

/// One thing known about addresses.
pub(super) struct Rule {
    /// `example.com` is this host, `*.example.com` one below it, `blog.*` one that
    /// starts so.
    pub(super) host: &'static str,
    /// Segments of the path: `*` is any one, `*.pdf` any that ends so, a first or
    /// last `**` any number of them.
    pub(super) path: &'static str,
    /// What lies there.
    pub(super) kind: Kind,
    /// Where the title comes from.
    pub(super) title: Naming,
    /// Who publishes there; empty when the address does not say.
    pub(super) publisher: &'static str,
}

/// Where the title of an address comes from.
#[derive(Clone, Copy)]
pub(super) enum Naming {
    /// The last segment that says something.
    Slug,
    /// The same, with words before and after it, which also let a single word stand.
    Around(&'static str, &'static str),
    /// The first label of the host, with words before and after it.
    Host(&'static str, &'static str),
    /// The first segment of the path, with words before and after it.
    First(&'static str, &'static str),
    /// A name that the address stands for.
    Fixed(&'static str),
    /// The address names nothing; this says what it is.
    Unnamed(&'static str),
}

use Kind::{
    Article, CaseStudy, Collection, Dataset, Docs, Encyclopedia, Event, Paper, Product, Profile,
    Slides, Video, Website,
};
use Naming::{Around, First, Fixed, Host, Slug, Unnamed};

const fn rule(
    host: &'static str,
    path: &'static str,
    kind: Kind,
    title: Naming,
    publisher: &'static str,
) -> Rule {
    Rule { host, path, kind, title, publisher }
}

/// Sites, particular ones first.
pub(super) const RULES: &[Rule] = &[
    // Slides and talks.
    rule("slideshare.net", "*", Collection, Around("", " on SlideShare"), ""),
    rule("slideshare.net", "**", Slides, Slug, ""),
    rule("speakerdeck.com", "*", Collection, Around("", " on Speaker Deck"), ""),
    rule("speakerdeck.com", "**", Slides, Slug, ""),
    rule("youtube.com", "channel/**", Collection, Unnamed("YouTube channel"), ""),
    rule("youtube.com", "c/**", Collection, Unnamed("YouTube channel"), ""),
    rule("youtube.com", "user/**", Collection, Unnamed("YouTube channel"), ""),
    rule("youtube.com", "playlist", Collection, Unnamed("YouTube playlist"), ""),
    rule("youtube.com", "**", Video, Unnamed("Video on YouTube"), ""),
    rule("youtu.be", "**", Video, Unnamed("Video on YouTube"), ""),
    rule("vimeo.com", "**", Video, Unnamed("Video on Vimeo"), ""),
    rule("databricks.com", "session/*", Video, Slug, "Databricks"),
    rule("*.flink-forward.org", "kb_sessions/*", Video, Slug, ""),
    // Engineering blogs.
    rule("medium.com", "*", Collection, Slug, ""),
    rule("medium.com", "*/*/home", Collection, Slug, ""),
    rule("medium.com", "**", Article, Slug, ""),
    rule("towardsdatascience.com", "*", Article, Slug, "Towards Data Science"),
    rule("code.fb.com", "*/*", Article, Slug, "Facebook Engineering"),
    rule("engineering.fb.com", "**", Article, Slug, "Facebook Engineering"),
    rule("eng.lyft.com", "*", Article, Slug, "Lyft Engineering"),
    rule("eng.uber.com", "*", Article, Slug, "Uber Engineering"),
    rule("labs.spotify.com", "**", Article, Slug, "Spotify Labs"),
    rule("engineering.atspotify.com", "**", Article, Slug, "Spotify Engineering"),
    rule("blogs.dropbox.com", "tech/**", Article, Slug, "Dropbox Tech Blog"),
    rule("dropbox.tech", "**", Article, Slug, "Dropbox Tech Blog"),
    rule("engineering.salesforce.com", "*", Article, Slug, "Salesforce Engineering"),
    rule("blog.twitter.com", "engineering/**", Article, Slug, "Twitter Engineering"),
    rule("aws.amazon.com", "blogs/big-data/*", Article, Slug, "AWS Big Data Blog"),
    rule("aws.amazon.com", "*/blogs/big-data/*", Article, Slug, "AWS Big Data Blog"),
    rule("aws.amazon.com", "blogs/*/*", Article, Slug, "AWS Blog"),
    rule("aws.amazon.com", "*/blogs/*/*", Article, Slug, "AWS Blog"),
    rule("jobs.zalando.com", "tech/blog", Collection, Fixed("Zalando Tech Blog"), ""),
    rule("jobs.zalando.com", "tech/blog/*", Article, Slug, "Zalando Tech Blog"),
    rule(
        "engineering.linkedin.com",
        "teams/*",
        Collection,
        Around("LinkedIn Engineering: ", " Team"),
        "",
    ),
    rule("engineering.linkedin.com", "**", Article, Slug, "LinkedIn Engineering"),
    rule("paypal-engineering.com", "tag/*", Collection, Around("PayPal Engineering: ", ""), ""),
    rule("paypal-engineering.com", "**", Article, Slug, "PayPal Engineering"),
    rule("netflixtechblog.com", "*", Article, Slug, "Netflix Technology Blog"),
    rule("ai.google", "research/teams/*", Collection, Slug, "Google Research"),
    // Magazines and other articles.
    rule("datasciencecentral.com", "profiles/blogs/*", Article, Slug, "Data Science Central"),
    rule("data-flair.training", "blogs/*", Article, Slug, "DataFlair"),
    rule("datafloq.com", "read/*/*", Article, Slug, "Datafloq"),
    rule("datanami.com", "**", Article, Slug, "Datanami"),
    rule("techjury.net", "stats-about/*", Article, Around("Stats About ", ""), "TechJury"),
    // Documentation and projects' own sites.
    rule("*.apache.org", "", Docs, Host("Apache ", ""), ""),
    rule("*.apache.org", "**", Docs, Slug, ""),
    rule("*.readthedocs.io", "**", Docs, Host("", " Documentation"), ""),
    rule("druid.io", "", Docs, Fixed("Apache Druid"), ""),
    rule("druid.io", "docs/**", Docs, Around("Apache Druid Documentation: ", ""), ""),
    rule("delta.io", "", Docs, Fixed("Delta Lake"), ""),
    rule("docs.aws.amazon.com", "**", Docs, First("AWS ", " Documentation"), ""),
    rule("developer.twitter.com", "en/docs/**", Docs, Around("Twitter Documentation: ", ""), ""),
    rule("db-engines.com", "*/system/*", Website, Around("System Comparison: ", ""), "DB-Engines"),
    rule("*.wikipedia.org", "wiki/*", Encyclopedia, Slug, "Wikipedia"),
    // Vendors.
    rule("aws.amazon.com", "solutions/case-studies/*", CaseStudy, Slug, "AWS"),
    rule("aws.amazon.com", "*", Product, Around("AWS ", ""), "AWS"),
    rule(
        "cloud.google.com",
        "solutions/*",
        Product,
        Around("Google Cloud Solutions: ", ""),
        "Google Cloud",
    ),
    rule("confluent.io", "product/*", Product, Slug, "Confluent"),
    // Papers, data, people and events.
    rule("opendata.cern.ch", "**", Dataset, Slug, "CERN Open Data Portal"),
    rule("openlab.cern", "**", Paper, Slug, "CERN openlab"),
    rule("*.figshare.com", "**", Website, Slug, "figshare"),
    rule(
        "sites.nationalacademies.org",
        "**",
        Paper,
        Unnamed("PDF from the National Academies"),
        "National Academies",
    ),
    rule("unibw.de", "code/events-u/jt-2018-workshops/*", Slides, Slug, "CODE JT 2018 Workshops"),
    rule("linkedin.com", "in/*", Profile, Slug, "LinkedIn"),
    rule("meetup.com", "*/events/*", Event, Unnamed("Event on Meetup"), "Meetup"),
    // Anywhere.
    rule("*", "**/presentations/*.pdf", Slides, Slug, ""),
    rule("*", "**/slides/*.pdf", Slides, Slug, ""),
    rule("*", "**/*.pdf", Paper, Slug, ""),
    rule("docs.*", "**", Docs, Slug, ""),
    rule("*.github.io", "**", Docs, Slug, ""),
    rule("blog.*", "", Collection, Slug, ""),
    rule("blog.*", "**", Article, Slug, ""),
    rule("engineering.*", "", Collection, Slug, ""),
    rule("engineering.*", "**", Article, Slug, ""),
];

/// Who stands behind an account: site, account, publisher, and whether the addresses of its
/// slides end in the speakers' names.
pub(super) const ACCOUNTS: &[(&str, &str, &str, bool)] = &[
    ("slideshare.net", "ConfluentInc", "Confluent", false),
    ("slideshare.net", "databricks", "Databricks", true),
    ("slideshare.net", "DataStax", "DataStax", false),
    ("slideshare.net", "FlinkForward", "Flink Forward", false),
    ("slideshare.net", "Hadoop_Summit", "Hadoop Summit", false),
    ("slideshare.net", "InfoQ", "InfoQ", false),
    ("slideshare.net", "planetcassandra", "Planet Cassandra", false),
    ("slideshare.net", "SparkSummit", "Spark Summit", true),
    ("medium.com", "airbnb-engineering", "Airbnb Engineering", false),
    ("medium.com", "disney-streaming", "Disney Streaming", false),
    ("medium.com", "netflix-techblog", "Netflix Technology Blog", false),
    ("medium.com", "pinterest-engineering", "Pinterest Engineering", false),
    ("medium.com", "@Pinterest_Engineering", "Pinterest Engineering", false),
];

/// Segments of paths that say nothing about what lies there.
pub(super) const SILENT_SEGMENTS: &[&str] = &[
    "about",
    "default",
    "en",
    "guide",
    "home",
    "index",
    "latest",
    "main",
    "overview",
    "playlists",
    "spec",
    "what-is",
];

impl Rule {
    /// Whether the rule speaks about this host (without `www.`) and path.
    pub(super) fn matches(&self, host: &str, segments: &[&str]) -> bool {
        host_matches(self.host, host) && path_matches(&pattern_segments(self.path), segments)
    }
}

fn host_matches(pattern: &str, host: &str) -> bool {
    if pattern == "*" {
        return true;
    }
    if let Some(domain) = pattern.strip_prefix('*') {
        return host.ends_with(domain);
    }
    match pattern.strip_suffix('*') {
        Some(prefix) => host.starts_with(prefix),
        None => host == pattern,
    }
}

fn pattern_segments(pattern: &str) -> Vec<&str> {
    pattern.split('/').filter(|segment| !segment.is_empty()).collect()
}

fn path_matches(pattern: &[&str], segments: &[&str]) -> bool {
    match (pattern, segments) {
        ([], []) | (["**"], _) => true,
        (["**", rest @ ..], _) => segments.len().checked_sub(rest.len()).is_some_and(|skipped| {
            segments.get(skipped..).is_some_and(|tail| path_matches(rest, tail))
        }),
        ([wanted, rest @ ..], [segment, tail @ ..]) => {
            let matches = match wanted.strip_prefix('*') {
                Some(suffix) => segment.to_ascii_lowercase().ends_with(suffix),
                None => wanted == segment,
            };
            matches && path_matches(rest, tail)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        host: &'static str,
        path: &'static str,
        matched: &[(&str, &str)],
        unmatched: &[(&str, &str)],
    ) {
        let rule = rule(host, path, Website, Slug, "");
        for (expected, addresses) in [(true, matched), (false, unmatched)] {
            for (host, path) in addresses {
                assert_eq!(rule.matches(host, &pattern_segments(path)), expected, "{host}/{path}");
            }
        }
    }

    #[test]
    fn hosts_and_paths_match_as_documented() {
        check("a.b", "x/*", &[("a.b", "x/y")], &[("c.a.b", "x/y"), ("a.b", "x"), ("a.b", "x/y/z")]);
        check("*.a.b", "", &[("c.a.b", "")], &[("a.b", ""), ("ca.b", ""), ("c.a.b", "x")]);
        check("docs.*", "**", &[("docs.a.b", ""), ("docs.a.b", "x/y")], &[("a.docs.b", "")]);
        check(
            "*",
            "**/slides/*.pdf",
            &[("a.b", "slides/x.PDF"), ("a.b", "x/slides/y.pdf")],
            &[("a.b", "slides/x.html"), ("a.b", "x.pdf")],
        );
    }
}
