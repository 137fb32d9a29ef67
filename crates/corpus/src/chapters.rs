//! Companies as Markdown, a chapter for each shape.

use std::fmt::Write as _;

use compiler::SourceFile;

use crate::company::{MadeUp, MadeUpShape};
use crate::link::MadeUpLink;

/// A chapter with what `site.toml` says of it.
pub(crate) struct MadeUpChapter {
    pub(crate) file: SourceFile,
    title: &'static str,
    /// The value of `companies`.
    companies: &'static str,
}

/// Writes the chapters that have companies.
pub(crate) fn write(companies: &[MadeUp]) -> Vec<MadeUpChapter> {
    let chapter = |&shape: &MadeUpShape| {
        let of_shape: Vec<&MadeUp> =
            companies.iter().filter(|company| company.shape == shape).collect();
        (!of_shape.is_empty()).then(|| written(shape, &of_shape))
    };
    MadeUpShape::ALL.iter().filter_map(chapter).collect()
}

/// The text of `site.toml`.
pub(crate) fn site(chapters: &[MadeUpChapter]) -> String {
    let mut text = String::new();
    for MadeUpChapter { file, title, companies } in chapters {
        let _ = write!(
            text,
            "[[chapter]]\npath = \"{}\"\ntitle = \"{title}\"\nauthor = \"Nobody\"\n\
             licence = \"CC0-1.0\"\nwritten = \"2025-12-31\"\ncompanies = {companies}\n\n",
            file.path
        );
    }
    text
}

fn written(shape: MadeUpShape, companies: &[&MadeUp]) -> MadeUpChapter {
    let (path, title, begins) = match shape {
        MadeUpShape::Heading => {
            ("sections.md", "Sections", "{ heading = \"### Data Science at {name}\" }")
        }
        MadeUpShape::CountedHeading => {
            ("counted.md", "Counted", "{ heading = \"## {name} ({count})\" }")
        }
        MadeUpShape::Details => ("details.md", "Details", "{ summary = \"{name}\" }"),
        MadeUpShape::Item => ("items.md", "Items", "{ item = \"- {name}\" }"),
        MadeUpShape::Rows => ("rows.md", "Rows", "{ column = \"Company\" }"),
    };
    let mut text = format!("# {title}\n\n");
    if shape == MadeUpShape::Rows {
        text.push_str("| Company | Story | Notes |\n|---|---|---|\n");
    }
    for company in companies {
        text.push_str(&match shape {
            MadeUpShape::Heading => section(company),
            MadeUpShape::CountedHeading => {
                format!(
                    "## {} ({})\n\n{}",
                    company.name,
                    company.links.len(),
                    list(&company.links, &company.prose)
                )
            }
            MadeUpShape::Details => format!(
                "<details>\n  <summary>{}</summary>\n\n{}</details>\n\n",
                company.name.replace('&', "&amp;"),
                list(&company.links, &company.prose)
            ),
            MadeUpShape::Item => item(company),
            MadeUpShape::Rows => rows(company),
        });
    }
    MadeUpChapter { file: SourceFile::new(path, text), title, companies: begins }
}

/// As the book writes it: an episode, paragraphs, labels above bare addresses.
fn section(company: &MadeUp) -> String {
    let MadeUp { name, links, prose, episode, .. } = company;
    let mut text = format!("### Data Science at {name}\n\n");
    if let Some(episode) = episode {
        let _ = write!(
            text,
            "| Podcast Episode: #{episode:03} Data Engineering at {name}\n|------------------|\n\
             |How does {name} do it? Let's look.\n\
             | [Watch on YouTube](https://youtu.be/{episode:011})|\n\n"
        );
    }
    for paragraph in prose {
        let _ = write!(text, "{paragraph}\n\n");
    }
    for MadeUpLink { url, label } in links {
        let _ = match label {
            Some(label) => write!(text, "{label}:\n<{url}>\n\n"),
            None => write!(text, "<{url}>\n\n"),
        };
    }
    text
}

fn list(links: &[MadeUpLink], prose: &[String]) -> String {
    let mut text = String::new();
    for paragraph in prose {
        let _ = write!(text, "{paragraph}\n\n");
    }
    for link in links {
        let _ = writeln!(text, "* {}", linked(link));
    }
    text.push('\n');
    text
}

fn item(MadeUp { name, links, prose, .. }: &MadeUp) -> String {
    let mut text = format!("- **{name}**");
    for paragraph in prose {
        let _ = write!(text, " {paragraph}");
    }
    text.push('\n');
    for link in links {
        let _ = writeln!(text, "  - {}", linked(link));
    }
    text
}

fn rows(MadeUp { name, links, prose, .. }: &MadeUp) -> String {
    let mut text = String::new();
    let mut notes = prose.iter();
    for link in links {
        let note = notes.next().map_or("", String::as_str);
        let _ = writeln!(text, "| {name} | {} | {note} |", linked(link));
    }
    text
}

fn linked(MadeUpLink { url, label }: &MadeUpLink) -> String {
    match label {
        Some(label) => format!("[{label}]({url})"),
        None => format!("<{url}>"),
    }
}
