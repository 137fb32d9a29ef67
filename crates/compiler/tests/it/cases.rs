//! Small chapters as other people write them, `fixtures/cases/*.md`: each alone, as `cargo xtask
//! check FILE.md` compiles it, and beside the lines of `site.toml` that name its shape, where there
//! is a `.toml` beside it.

use std::fs;

use catalog::{Block, Company, Inline};
use compiler::Compilation;

use crate::support::{compile_chapter, compile_listed, fixtures, messages};

#[test]
fn each_case_compiles_to_what_was_meant() {
    for (path, text) in fixtures("cases") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut outcome = outcome(&compile_chapter(&text));
        if let Ok(keys) = fs::read_to_string(path.with_extension("toml")) {
            let named = self::outcome(&compile_listed(&text, &keys));
            outcome = format!("{outcome}\n--- with {}\n{named}", keys.trim_end());
        }
        insta::with_settings!({ description => text, omit_expression => true }, {
            insta::assert_snapshot!(format!("case-{name}"), outcome);
        });
    }
}

/// Messages and companies, as a reader of the site sees them.
fn outcome(compilation: &Compilation) -> String {
    let mut outcome = messages(&compilation.diagnostics);
    for company in &compilation.catalog.companies {
        let Company { name, slug, line, last_line, .. } = company;
        outcome.push_str(&format!("\n# {name} ({slug}), lines {line} to {last_line}\n"));
        for podcast in &company.podcasts {
            outcome.push_str(&format!(
                "episode {:?}: {} | {} | video {:?} {}\n",
                podcast.episode,
                podcast.title,
                podcast.blurb,
                podcast.youtube,
                podcast.youtube_label.as_deref().unwrap_or_default(),
            ));
            for audio in &podcast.audio {
                outcome.push_str(&format!("  audio {} | {}\n", audio.label, audio.url));
            }
            for link in company.links_of(podcast) {
                outcome.push_str(&format!("  with it {}\n", link.title));
            }
        }
        for resource in &company.resources {
            outcome.push_str(&format!(
                "link {} | {:?} | {} | {}\n",
                resource.url,
                resource.label,
                resource.title,
                resource.kind.as_str()
            ));
        }
        for tag in &company.tags {
            outcome.push_str(&format!("tag {} {:?}\n", tag.technology, tag.grade()));
        }
        blocks(&company.body, 0, &mut outcome);
    }
    outcome
}

fn blocks(body: &[Block], depth: usize, outcome: &mut String) {
    let indent = "  ".repeat(depth);
    for block in body {
        match block {
            Block::Heading { content, level, .. } => {
                outcome.push_str(&format!("{indent}h{level} {}\n", Inline::plain_text(content)));
            }
            Block::Paragraph { content, .. } => {
                outcome.push_str(&format!("{indent}p {}\n", Inline::plain_text(content)));
            }
            Block::List { items, .. } => {
                for item in items {
                    outcome.push_str(&format!("{indent}-\n"));
                    blocks(item, depth + 1, outcome);
                }
            }
            Block::Quote(quoted) => blocks(quoted, depth + 1, outcome),
            Block::Code { text, .. } => outcome.push_str(&format!("{indent}code {text:?}\n")),
            Block::Table(rows) => {
                for row in rows {
                    let cells: Vec<_> = row.iter().map(|cell| Inline::plain_text(cell)).collect();
                    outcome.push_str(&format!("{indent}| {}\n", cells.join(" | ")));
                }
            }
            Block::Figure(figure) => {
                outcome.push_str(&format!("{indent}figure {}: {}\n", figure.src, figure.caption));
            }
            Block::Rule => outcome.push_str(&format!("{indent}rule\n")),
        }
    }
}
