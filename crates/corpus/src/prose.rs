//! Sentences about what a company runs.

use crate::draw::Draw;

pub(crate) const THINGS: &[&str] = &[
    "orders", "payments", "clicks", "sensors", "invoices", "routes", "parcels", "listings",
    "sessions", "profiles", "meters", "claims", "bookings", "prices", "logs", "events", "alerts",
    "maps", "songs", "matches", "rides", "recipes", "tickets", "images", "reviews", "accounts",
];

pub(crate) const DOINGS: &[&str] = &[
    "counting",
    "moving",
    "storing",
    "serving",
    "joining",
    "cleaning",
    "ranking",
    "routing",
    "scaling",
    "testing",
    "planning",
    "watching",
    "sorting",
    "enriching",
    "replaying",
    "sharing",
];

/// `{n}` is the company, `{a}` and `{b}` are technologies, `{t}` and `{u}` things.
const SENTENCES: &[&str] = &[
    "{n} sends {t} through {a} and keeps them in {b}.",
    "{a} holds the {t} of the last two years.",
    "Every {t} pipeline runs on {a}, next to the one for {u}.",
    "The team moved {t} from {a} to {b}.",
    "{n} does not use {a} for {t}.",
    "Analysts ask {a} about {t} and {u} each morning.",
    "We looked at {a} versus {b} before we chose.",
    "They plan to try {a} for {u} next year.",
    "Before that, {t} went through scripts that nobody liked.",
    "A small team looks after {t}, {u} and the machines below.",
    "With {a} the {t} arrive within seconds.",
    "It took three months until the {u} were right.",
];

/// A paragraph of a few sentences.
pub(crate) fn paragraph(company: &str, technologies: &[String], draw: &mut Draw) -> String {
    let sentences: Vec<String> =
        (0..draw.between(1, 6)).map(|_| sentence(company, technologies, draw)).collect();
    sentences.join(" ")
}

fn sentence(company: &str, technologies: &[String], draw: &mut Draw) -> String {
    let pattern = *draw.one_of(SENTENCES);
    pattern
        .replace("{n}", company)
        .replace("{a}", draw.zipf::<String>(technologies))
        .replace("{b}", draw.zipf::<String>(technologies))
        .replace("{t}", draw.zipf::<&str>(THINGS))
        .replace("{u}", draw.zipf::<&str>(THINGS))
}
