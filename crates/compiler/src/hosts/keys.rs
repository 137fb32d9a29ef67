//! The keys of `hosts.toml`.

use super::facts::{Ending, linked_kinds};
use crate::keys::{Key, Table, Value};

/// Keys of the file.
pub(crate) const FILE: Table = Table(&[
    Key::optional(
        "silent",
        Value::Texts,
        "Path segments that say nothing about the page: never used as a title.",
    ),
    Key::optional(
        "numbered",
        Value::Texts,
        "Folders whose pages begin with a number that is no part of the title.",
    ),
    Key::optional(
        "site",
        Value::Tables(&SITE),
        "Rules for the addresses of sites. The first match wins.",
    ),
    Key::optional("account", Value::Tables(&ACCOUNT), "The publisher behind an account on a site."),
    Key::optional(
        "conference",
        Value::Tables(&CONFERENCE),
        "An event whose hosts start with a place and a year.",
    ),
]);

pub(super) const SITE: Table = Table(&[
    Key::required(
        "host",
        Value::Text,
        "\"example.com\", without \"www.\"; \"*.example.com\" matches its subdomains, \"blog.*\" any host that starts with \"blog.\", \"*\" any host.",
    ),
    Key::optional(
        "path",
        Value::Text,
        "Path segments: \"*\" matches one segment, \"*.pdf\" a segment with that ending, a first or last \"**\" any number of segments, \"\" the front page. Default: any path.",
    ),
    Key::required("kind", Value::OneOf(linked_kinds), "Kind of resource that a link leads to."),
    Key::optional(
        "title",
        Value::Text,
        "A fixed title, or a template with {slug}, {host} or {folder}. Default: \"{slug}\".",
    ),
    Key::optional(
        "no_title",
        Value::Text,
        "Instead of title, if the address has no title in it: what the page is (\"Video\").",
    ),
    Key::optional("publisher", Value::Text, "Publisher of all matching addresses."),
]);

pub(super) const ACCOUNT: Table = Table(&[
    Key::required("site", Value::Text, "The host, without \"www.\"."),
    Key::required("name", Value::Text, "The account as written in addresses, in any case."),
    Key::required("publisher", Value::Text, "Name of the person or organisation."),
    Key::optional(
        "slug_ends",
        Value::OneOf(endings),
        "\"speakers\" if its addresses end like -with-first-last-and-first-last.",
    ),
]);

pub(super) const CONFERENCE: Table = Table(&[
    Key::required(
        "host",
        Value::Text,
        "\"*.example.com\": the first label is the place and the year.",
    ),
    Key::required("event", Value::Text, "Name of the event as in [events] of words.toml."),
]);

fn endings() -> Vec<&'static str> {
    Ending::ALL.iter().map(|ending| ending.as_str()).collect()
}
