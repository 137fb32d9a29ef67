//! Links whose addresses say what they are about.

use catalog::Slug;

use crate::draw::Draw;
use crate::prose::{DOINGS, THINGS};

/// A link of a company.
pub(crate) struct MadeUpLink {
    pub(crate) url: String,
    pub(crate) label: Option<String>,
}

const SPEAKERS: &[&str] = &[
    "ada-norin",
    "ben-tolva",
    "cleo-marsk",
    "dario-venn",
    "elin-okar",
    "femi-astor",
    "gro-halden",
];

impl MadeUpLink {
    /// A link with a number that no other link of the company has.
    pub(crate) fn make_up(
        company: &Slug,
        number: usize,
        technologies: &[String],
        draw: &mut Draw,
    ) -> Self {
        let technology = draw.zipf(technologies);
        let (doing, thing) = (*draw.one_of(DOINGS), *draw.zipf(THINGS));
        let mut title = match draw.percent(60) {
            true => format!("{doing}-{thing}-with-{}-at-{company}", hyphened(technology)),
            false => format!("{doing}-{thing}-at-{company}"),
        };
        if number > 0 {
            // A word, as titles leave numbers out.
            title = format!("{title}-part-{}", letters(number));
        }
        let year = draw.between(2012, 2025);
        let url = match draw.weighted(&[50, 20, 15, 5, 5, 5]) {
            0 => format!("https://tech.{company}.example/{year}/{title}"),
            1 => format!("https://medium.com/{company}-engineering/{title}"),
            2 => format!(
                "https://www.slideshare.net/{company}/{title}-with-{}",
                draw.one_of(SPEAKERS)
            ),
            3 => format!("https://{company}.example/papers/{year}/{title}.pdf"),
            4 => format!("https://youtu.be/{:011}", draw.between(0, 99_999_999_999)),
            _ => format!("https://conference-{year}.example/talks/{title}"),
        };
        let label = draw.percent(25).then(|| match draw.percent(50) {
            true => format!("{technology} for {thing}"),
            false => (*draw.one_of(&["Slides", "Talk", "Paper", "Blog post"])).to_owned(),
        });
        Self { url, label }
    }
}

fn hyphened(name: &str) -> String {
    let is_sign = |c: char| !c.is_ascii_alphanumeric();
    let words: Vec<&str> = name.split(is_sign).filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

/// A number in letters: a to z, then ba and so on.
fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        letters.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    letters.iter().rev().collect()
}
