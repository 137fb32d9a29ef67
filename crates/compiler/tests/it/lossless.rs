//! Nothing of a section is lost and nothing is made up: the words of the source and those of the
//! compiled company are the same, each as often.
//!
//! The source is read here without the compiler's parser, so that the two can disagree.

use std::collections::BTreeMap;

use catalog::{Block, Company, Inline};
use unicode_normalization::UnicodeNormalization;

use crate::support::{CHAPTER, compile_chapter, fixtures};

type Count = BTreeMap<String, i32>;

fn count(text: &str) -> Count {
    let mut count = Count::new();
    let text: String = text.nfkc().collect();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        // `#063` is kept as a number.
        let word = if word.bytes().all(|b| b.is_ascii_digit()) {
            word.trim_start_matches('0')
        } else {
            word
        };
        *count.entry(word.to_owned()).or_default() += 1;
    }
    count
}

/// The words of a section's source, without what the compiled form says in its own way.
fn source_words(section: &str) -> Count {
    let mut text = String::new();
    for line in section.lines() {
        // A link whose words and target are the same says it once.
        let line = match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(')')) {
            Some(link) if link.contains("](http") && link.contains(' ') => {
                let (words, target) = link.split_once("](").unwrap();
                if words == target { words } else { line }
            }
            _ => line,
        };
        // `width="90%"}` closes residue that the line before opened.
        let line = if line.ends_with("\"}") && !line.contains('{') { "" } else { line };
        // The number of a list's item is counted, not written.
        let marker = line.find(". ").filter(|&at| line[..at].parse::<u32>().is_ok());
        text.push_str(marker.map_or(line, |at| &line[at..]));
        text.push('\n');
    }
    for said_by_the_site in ["Podcast Episode:", "[Watch on YouTube]", "[Listen on Anchor]"] {
        text = text.replace(said_by_the_site, "");
    }
    for residue in ["[]{label=\"fig:Bild1\"}", "{#fig:Bild1"] {
        text = text.replace(residue, "");
    }
    for escaped in ["\\|", "\\*"] {
        text = text.replace(escaped, " ");
    }
    count(&text)
}

fn compiled_words(company: &Company) -> Count {
    let mut text = String::new();
    for podcast in &company.podcasts {
        if let Some(episode) = podcast.episode {
            text.push_str(&format!("{episode} "));
        }
        text.push_str(&format!("{} {} ", podcast.title, podcast.blurb));
        if let Some(youtube) = &podcast.youtube {
            text.push_str(&format!("https://youtu.be/{youtube} "));
        }
        podcast.audio.iter().for_each(|audio| text.push_str(&audio.url));
        text.push(' ');
        for link in company.links_of(podcast) {
            let label = link.label.as_deref().unwrap_or_default();
            text.push_str(&format!("{label} {} ", link.url));
        }
    }
    add_blocks(&company.body, company, &mut text);
    count(&text)
}

fn add_blocks(blocks: &[Block], company: &Company, text: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                add_inlines(content, company, text);
            }
            Block::List { items, .. } => {
                items.iter().for_each(|item| add_blocks(item, company, text));
            }
            Block::Quote(blocks) => add_blocks(blocks, company, text),
            Block::Code { language, text: code } => text.push_str(&format!("{language} {code}")),
            Block::Table(rows) => {
                for cell in rows.iter().flatten() {
                    add_inlines(cell, company, text);
                    text.push(' ');
                }
            }
            Block::Figure(figure) => text.push_str(&format!("{} {}", figure.caption, figure.src)),
            Block::Rule => {}
        }
        text.push('\n');
    }
}

fn add_inlines(inlines: &[Inline], company: &Company, text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(run) | Inline::Code(run) => text.push_str(run),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content) => add_inlines(content, company, text),
            Inline::Break => text.push(' '),
            Inline::Link { resource, content } => {
                let address = &company.resources[*resource as usize].url;
                let words = Inline::plain_text(content);
                if words != *address {
                    add_inlines(content, company, text);
                }
                text.push_str(&format!(" {address} "));
            }
        }
    }
}

fn differences(company: &Company, chapter: &str) -> Vec<String> {
    let section: Vec<&str> = chapter
        .lines()
        .skip(company.line as usize)
        .take((company.last_line - company.line) as usize)
        .collect();
    let (source, compiled) = (source_words(&section.join("\n")), compiled_words(company));
    source
        .keys()
        .chain(compiled.keys())
        .filter(|word| source.get(*word) != compiled.get(*word))
        .map(|word| format!("{word}: {:?} -> {:?}", source.get(word), compiled.get(word)))
        .collect()
}

#[test]
fn every_word_of_the_chapter_is_compiled() {
    for company in compile_chapter(CHAPTER).catalog.companies {
        assert_eq!(differences(&company, CHAPTER), [""; 0], "{}", company.slug);
    }
}

#[test]
fn every_word_of_the_fixtures_is_compiled() {
    let written_otherwise = ["reference", "entities", "malformed-link", "pandoc"];
    for (path, text) in fixtures("quirks") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if written_otherwise.contains(&name.as_str()) {
            continue;
        }
        for company in compile_chapter(&text).catalog.companies {
            assert_eq!(differences(&company, &text), [""; 0], "{name}");
        }
    }
}

#[test]
fn every_address_of_the_chapter_is_compiled() {
    let json = serde_json::to_string(&compile_chapter(CHAPTER).catalog).unwrap();
    // An address inside the query of another is a part of that one.
    let starts = CHAPTER
        .match_indices("http")
        .filter(|&(at, _)| !CHAPTER[..at].ends_with("?ref="))
        .map(|(at, _)| &CHAPTER[at..]);
    let mut count = 0;
    for start in
        starts.filter(|start| start.starts_with("http://") || start.starts_with("https://"))
    {
        let end = start.find(|c: char| c.is_whitespace() || matches!(c, '>' | ')' | ']')).unwrap();
        let address = &start[..end];
        count += 1;
        let found = match address.strip_prefix("https://youtu.be/") {
            Some(id) => json.contains(&format!("\"youtube\":\"{id}\"")),
            None => json.contains(&format!("\"{address}\"")),
        };
        assert!(found, "{address}");
    }
    assert!(count > 140, "{count}");
}

#[test]
fn the_check_sees_what_is_missing() {
    for company in compile_chapter(CHAPTER).catalog.companies {
        for index in 0..company.body.len() {
            let mut damaged = company.clone();
            damaged.body.remove(index);
            assert_ne!(differences(&damaged, CHAPTER), [""; 0], "{} {index}", company.slug);
        }
        for index in 0..company.podcasts.len() {
            let mut damaged = company.clone();
            damaged.podcasts[index].blurb.clear();
            assert_ne!(differences(&damaged, CHAPTER), [""; 0]);
        }
    }
}
