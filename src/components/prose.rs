//! The text of a company's section in the chapter.

use catalog::{Block, Chapter, Company, Figure, Inline, block_id};
use explore::Passages;
use leptos::prelude::*;

use super::diagram::FlowDiagram;
use super::heading::{HeadingLink, SectionTitle};
use super::inlines::inlines;
use crate::site::use_site;
use crate::view::CollectAny;
use crate::wording::company;

/// The text of a company's section. Folded when it has little but the links that the page shows
/// already.
#[component]
pub fn Prose(company: &'static Company) -> impl IntoView {
    if company.body.is_empty() {
        return ().into_any();
    }
    let catalog = use_site().catalog();
    let chapter = catalog.chapter_of(company);
    let text = Text { company, passages: Passages::of(company) };
    let words = || {
        view! {
            <div class="prose" lang=catalog.identity.language.as_str()>{text.blocks(&company.body)}</div>
            {chapter.map(|chapter| attribution(company, chapter))}
        }
    };
    let title = company::PROSE;
    if has_prose(company) {
        view! {
            <section class="section" aria-labelledby="prose">
                <SectionTitle id="prose" title />
                {words()}
            </section>
        }
        .into_any()
    } else {
        view! {
            <details class="section fold">
                <summary class="fold__summary">
                    <h2 class="section__title">{title}</h2>
                </summary>
                {words()}
            </details>
        }
        .into_any()
    }
}

/// The attribution of the section.
fn attribution(company: &Company, chapter: &Chapter) -> AnyView {
    let place = match chapter.line(company.line) {
        Some(address) => {
            let lines = company::lines(company.line, company.last_line);
            view! { <a href=address rel="noopener">{lines}</a> }.into_any()
        }
        None => chapter.work().to_owned().into_any(),
    };
    view! { <p class="prose__source">{company::by(&chapter.author)}{place}</p> }.into_any()
}

/// Whether a section has more than links and their labels: at least two paragraphs of more than
/// twelve words without a link.
fn has_prose(company: &Company) -> bool {
    let tells = |block: &&Block| match block {
        Block::Paragraph { content, .. } => {
            !content.iter().any(|inline| matches!(inline, Inline::Link { .. } | Inline::Strong(_)))
                && Inline::plain_text(content).split_whitespace().count() > 12
        }
        _ => false,
    };
    company.body.iter().filter(tells).count() > 1
}

/// A company's text, with where it names technologies.
struct Text {
    company: &'static Company,
    passages: Passages<'static>,
}

impl Text {
    fn blocks(&self, blocks: &'static [Block]) -> AnyView {
        blocks.iter().map(|block| self.one(block)).collect_any().into_any()
    }

    fn one(&self, block: &'static Block) -> AnyView {
        match block {
            Block::Heading { content, line, .. } => self.heading(*line, content),
            Block::Paragraph { content, line } => {
                view! { <p id=block_id(*line)>{self.inlines(*line, content)}</p> }.into_any()
            }
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(content) => {
                view! { <blockquote>{self.blocks(content)}</blockquote> }.into_any()
            }
            Block::Code { text, .. } => {
                view! { <pre><code>{text.as_str()}</code></pre> }.into_any()
            }
            Block::Table(rows) => table(self.company, rows),
            Block::Figure(picture) => figure(self.company, picture),
            Block::Rule => view! { <hr /> }.into_any(),
        }
    }

    fn inlines(&self, line: u32, content: &'static [Inline]) -> AnyView {
        inlines(self.company, content, self.passages.mentions(line))
    }

    fn heading(&self, line: u32, content: &'static [Inline]) -> AnyView {
        let words = self.inlines(line, content);
        match self.passages.heading(line) {
            Some(heading) => view! {
                <div class="heading">
                    <h3 id=heading.id.clone()>{words}</h3>
                    <HeadingLink id=heading.id.clone() words=heading.words.clone() />
                </div>
            }
            .into_any(),
            None => view! { <h3>{words}</h3> }.into_any(),
        }
    }

    fn list(&self, start: Option<u64>, items: &'static [Vec<Block>]) -> AnyView {
        let items = items
            .iter()
            .map(|item| view! { <li>{self.blocks(item)}</li> }.into_any())
            .collect_any();
        match start {
            Some(start) => view! { <ol start=start.to_string()>{items}</ol> }.into_any(),
            None => view! { <ul>{items}</ul> }.into_any(),
        }
    }
}

fn table(company: &'static Company, rows: &'static [Vec<Vec<Inline>>]) -> AnyView {
    let cells = |row: &'static [Vec<Inline>], is_head: bool| {
        row.iter()
            .map(|cell| {
                let words = inlines(company, cell, &[]);
                if is_head {
                    view! { <th scope="col">{words}</th> }.into_any()
                } else {
                    view! { <td>{words}</td> }.into_any()
                }
            })
            .collect_any()
    };
    let Some((head, body)) = rows.split_first() else { return ().into_any() };
    view! {
        <div class="prose__table" data-scrolls="" tabindex="0" role="group" aria-label=company::TABLE>
            <table>
                <thead>
                    <tr>{cells(head, true)}</tr>
                </thead>
                <tbody>
                    {body.iter().map(|row| view! { <tr>{cells(row, false)}</tr> }.into_any()).collect_any()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A figure of the chapter: the diagram that replaces it where `companies.toml` has one, else its
/// caption with a link to the book, which has the file.
fn figure(company: &'static Company, picture: &'static Figure) -> AnyView {
    let diagram = picture.diagram.and_then(|number| company.diagrams.get(number as usize));
    let chapter = use_site().catalog().chapter_of(company);
    let address = chapter.and_then(|chapter| chapter.line(picture.line));
    if let Some(diagram) = diagram {
        return view! { <FlowDiagram company diagram picture=address /> }.into_any();
    }
    view! {
        <figure class="figure">
            <figcaption>
                <span class="figure__word">{company::FIGURE}</span>
                {picture.caption.as_str()}
                "."
                {address.map(|address| view! { " " <a href=address rel="noopener">{company::SEE_FIGURE}</a> }.into_any())}
            </figcaption>
        </figure>
    }
    .into_any()
}
