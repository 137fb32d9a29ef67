//! Where companies begin in a chapter that does not say it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use strsim::osa_distance;
use url::Url;

use super::headings::Headings;
use super::nodes::{addresses, is_contents, text_of};
use super::{item, name, table};
use crate::markdown::{Element, Node};
use crate::metadata::shapes::Guesses;
use crate::shape::{Pattern, Shape};

/// What was guessed, with what to say of it.
#[derive(Debug)]
pub(super) struct Guess {
    pub(super) shape: Shape,
    /// Place, message and cure; `None` where headings name companies beyond doubt.
    pub(super) doubt: Option<(Range<usize>, String, String)>,
}

/// Guesses from the blocks of a text. `None` when nothing looks like a company.
pub(super) fn guess(text: &str, nodes: &[Node], guesses: &Guesses) -> Option<Guess> {
    if let Some((level, beginnings)) = beginnings(text, nodes, guesses) {
        let patterns = beginnings.iter().map(|text| Pattern::beginning(level, text)).collect();
        return Some(Guess { shape: Shape::Heading(patterns), doubt: None });
    }
    let headings = Headings::new(nodes, guesses);
    let level = headings.level();
    let all = addresses(nodes).len().max(1);
    details(nodes, all)
        .or_else(|| rows(nodes, guesses, all))
        .or_else(|| bold(nodes, level, &headings))
        .or_else(|| items(nodes, level, &headings))
        .or_else(|| headings_of(&headings, level?))
}

/// Words that join a subject and a company: "Data Science at Acme".
const JOINTS: [&str; 3] = [" at ", " bei ", " @"];

/// What a heading of the form "Data Science at Acme" begins with.
fn subject(words: &str) -> Option<&str> {
    let lower = words.to_lowercase();
    let joints =
        JOINTS.iter().filter_map(|joint| Some((lower.find(joint)?, joint.trim_end().len())));
    let (at, length) = joints.min()?;
    let name = words.get(at + length..)?.trim_start();
    let is_named = name.starts_with(|c: char| !c.is_lowercase());
    words.get(..at + length).filter(|_| is_named && at > 0)
}

/// The level of most headings that begin like a company's, or of lines that were meant so, with all
/// such beginnings.
fn beginnings(text: &str, nodes: &[Node], guesses: &Guesses) -> Option<(u8, Vec<String>)> {
    let is_listed = |words: &str| {
        let mut beginnings = guesses.beginnings.iter();
        beginnings.any(|beginning| Pattern::beginning(3, beginning).find(words).is_some())
    };
    let headings: Vec<(u8, String)> = nodes
        .iter()
        .filter_map(|node| match node.element {
            Element::Heading(level) => Some((level, text_of(&node.children))),
            _ => None,
        })
        .collect();
    let listed = || headings.iter().filter(|(_, words)| is_listed(words)).map(|&(level, _)| level);
    let of_lines = || {
        text.lines().filter_map(|line| {
            let words = line.trim().trim_start_matches('#');
            let level = u8::try_from(line.trim().len() - words.len()).ok()?;
            ((1..=6).contains(&level) && is_listed(words.trim())).then_some(level)
        })
    };
    // Most headings of a level say "… at …".
    let joined = || {
        (1..=6).find(|&level| {
            let at_level = || headings.iter().filter(|(found, _)| *found == level);
            let joined = at_level().filter(|(_, words)| subject(words).is_some()).count();
            joined > 0 && joined * 2 > at_level().count()
        })
    };
    let level = most_common(listed()).or_else(joined).or_else(|| most_common(of_lines()))?;
    let at_level = headings.iter().filter(|(found, _)| *found == level);
    // "Data Sciense at" is a slip, not another beginning.
    let is_slip = |subject: &str| {
        guesses.beginnings.iter().any(|listed| {
            let slips = osa_distance(&listed.to_lowercase(), &subject.to_lowercase());
            (1..=2).contains(&slips)
        })
    };
    let subjects = at_level.filter_map(|(_, words)| subject(words));
    let subjects = subjects.filter(|subject| !is_slip(subject)).map(str::to_owned);
    let mut beginnings: Vec<String> = guesses.beginnings.iter().cloned().chain(subjects).collect();
    beginnings.sort_by_key(|beginning| std::cmp::Reverse(beginning.len()));
    Some((level, beginnings))
}

fn most_common(levels: impl Iterator<Item = u8>) -> Option<u8> {
    let mut counts = [0_usize; 7];
    for level in levels {
        if let Some(count) = counts.get_mut(usize::from(level)) {
            *count += 1;
        }
    }
    let (level, &count) = counts.iter().enumerate().rev().max_by_key(|&(_, count)| count)?;
    u8::try_from(level).ok().filter(|_| count > 0)
}

fn headings_of(headings: &Headings<'_>, level: u8) -> Option<Guess> {
    let holding = || headings.at(level).filter(|(.., holds)| *holds);
    let names: Vec<&str> = holding().map(|(_, words, ..)| words.as_str()).collect();
    let first = holding().next()?;
    let shape = Shape::Heading(vec![Pattern::bare(level)]);
    Some(Guess {
        doubt: Some((
            first.2.span.clone(),
            format!("the companies seem to be the headings of level {level}: {}", list(&names)),
            line(&format!("heading = \"{} {{name}}\"", "#".repeat(usize::from(level)))),
        )),
        shape,
    })
}

/// The line to write, on one line.
fn line(key: &str) -> String {
    format!("if so, say it in its [[chapter]] in site.toml: companies = {{ {key} }}")
}

fn list(names: &[&str]) -> String {
    let mut all: Vec<String> = names.iter().map(|name| name::read(name, &[]).name).collect();
    all.retain(|name| !name.is_empty());
    all.dedup();
    let mut shown: Vec<String> = all.iter().take(3).cloned().collect();
    if all.len() > shown.len() {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// Whether at most a fifth of the names is said again.
fn are_distinct(names: &[String]) -> bool {
    let distinct: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    distinct.len() * 5 >= names.len() * 4
}

fn details(nodes: &[Node], all: usize) -> Option<Guess> {
    let (mut depth, mut held) = (0_usize, 0);
    let mut summaries: Vec<&Node> = Vec::new();
    for node in nodes {
        match node.element {
            Element::DetailsStart => depth += 1,
            Element::DetailsEnd => depth = depth.saturating_sub(1),
            Element::Summary if depth == 1 => summaries.push(node),
            _ if depth > 0 => held += addresses(std::slice::from_ref(node)).len(),
            _ => {}
        }
    }
    let names: Vec<String> = summaries.iter().map(|node| text_of(&node.children)).collect();
    if held * 2 < all || !are_distinct(&names) {
        return None;
    }
    let first = summaries.first()?;
    let shown: Vec<&str> = names.iter().map(String::as_str).collect();
    Some(Guess {
        shape: Shape::Summary(vec![Pattern::bare(1)]),
        doubt: Some((
            first.span.clone(),
            format!("the companies seem to be the <summary> of each <details>: {}", list(&shown)),
            line("summary = \"{name}\""),
        )),
    })
}

fn rows(nodes: &[Node], guesses: &Guesses, all: usize) -> Option<Guess> {
    let tables = || nodes.iter().filter(|node| node.element == Element::Table);
    let heads = tables().filter_map(|node| {
        let cells = &node.children.first()?.children;
        let heads = || cells.iter().map(|cell| text_of(&cell.children));
        let known = heads().find(|head| guesses.columns.contains(&head.to_lowercase()));
        known.or_else(|| heads().next().filter(|head| cells.len() > 1 && !head.is_empty()))
    });
    let mut held: BTreeMap<String, usize> = BTreeMap::new();
    for head in heads {
        let named = tables().filter(|node| table::column(node, &head).is_some());
        let inside: usize = named.map(|node| addresses(std::slice::from_ref(node)).len()).sum();
        held.insert(head, inside);
    }
    let (head, inside) = held.into_iter().max_by_key(|&(_, inside)| inside)?;
    if inside * 2 < all {
        return None;
    }
    let first = tables().find(|node| table::column(node, &head).is_some())?;
    let at = table::column(first, &head)?;
    let names: Vec<String> = first
        .children
        .iter()
        .skip(1)
        .filter_map(|row| row.children.get(at))
        .map(|cell| text_of(&cell.children))
        .collect();
    let shown: Vec<&str> = names.iter().map(String::as_str).collect();
    Some(Guess {
        doubt: Some((
            first.span.clone(),
            format!(
                "the companies seem to be the rows of tables with a column \"{head}\": {}",
                list(&shown)
            ),
            line(&format!("column = {}", toml::Value::String(head.clone()))),
        )),
        shape: Shape::Column(head),
    })
}

fn bold(nodes: &[Node], level: Option<u8>, headings: &Headings<'_>) -> Option<Guess> {
    let named = super::bold::names(nodes)?;
    // One bold paragraph in each company's section is no company.
    if level.is_some_and(|level| headings.holding(level) >= named.len()) {
        return None;
    }
    let (_, first) = named.first()?;
    let names: Vec<&str> = named.iter().map(|(name, _)| name.as_str()).collect();
    Some(Guess {
        shape: Shape::Bold(vec![Pattern::bare(1)]),
        doubt: Some((
            first.span.clone(),
            format!("the companies seem to be the paragraphs that begin in bold: {}", list(&names)),
            line("bold = \"**{name}**\""),
        )),
    })
}

/// How an item begins.
struct Lead {
    name: String,
    /// A link to the front page of a site.
    is_site: bool,
    /// Where that site lies.
    host: Option<String>,
    /// Few words, or bold.
    is_short: bool,
    /// Whether a list with addresses is inside of it.
    has_list: bool,
}

fn lead(item: &Node) -> Lead {
    let (name, body) = item::cut(item.children.clone());
    let text = text_of(&name);
    let link = name.iter().find_map(|node| link_in(node));
    let of_body = || addresses(&body).into_iter().next().map(|(address, _)| address);
    let url = link.map(str::to_owned).or_else(of_body);
    let url = url.and_then(|address| Url::parse(&address).ok());
    // A front page, or a host with the name in it.
    let is_site = url.as_ref().is_some_and(|url| {
        let is_front = link.is_some() && url.path().len() <= 1 && url.query().is_none();
        is_front || is_named(url, &text)
    });
    let is_bold = matches!(name.first().map(|node| &node.element), Some(Element::Strong));
    let holds = |node: &Node| {
        matches!(node.element, Element::List(_))
            && !addresses(std::slice::from_ref(node)).is_empty()
    };
    let words = text.split_whitespace().count();
    Lead {
        is_site,
        host: url.and_then(|url| url.host_str().map(str::to_owned)).filter(|_| is_site),
        is_short: (1..=5).contains(&words) && (is_bold || link.is_none() || is_site),
        has_list: body.iter().any(holds),
        name: text,
    }
}

/// Whether the host of an address holds the first word of a name.
fn is_named(url: &Url, name: &str) -> bool {
    let word = name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let host = url.host_str().unwrap_or_default().to_lowercase();
    word.len() > 2 && host.split('.').any(|part| part == word)
}

fn link_in(node: &Node) -> Option<&str> {
    match &node.element {
        Element::Link { address, .. } => Some(address),
        _ => node.children.iter().find_map(link_in),
    }
}

/// The items at a depth of lists.
fn items_at<'n>(nodes: &'n [Node], depth: u8, found: &mut Vec<&'n Node>) {
    for list in nodes.iter().filter(|node| matches!(node.element, Element::List(_))) {
        if is_contents(&list.children) {
            continue;
        }
        match depth {
            0 | 1 => found.extend(&list.children),
            _ => list.children.iter().for_each(|item| items_at(&item.children, depth - 1, found)),
        }
    }
}

fn items(nodes: &[Node], level: Option<u8>, headings: &Headings<'_>) -> Option<Guess> {
    let under_headings = level.is_some_and(|level| headings.holding(level) > 1);
    let (depth, items) = [2, 1].into_iter().find_map(|depth| {
        let mut items = Vec::new();
        items_at(nodes, depth, &mut items);
        let leads: Vec<Lead> = items.iter().map(|item| lead(item)).collect();
        let names: Vec<String> = leads.iter().map(|lead| lead.name.clone()).collect();
        let hosts: Vec<String> = leads.iter().filter_map(|lead| lead.host.clone()).collect();
        let is_company = |lead: &&Lead| match under_headings || depth > 1 {
            // Below what may be companies only what cannot be an article counts.
            true => (lead.is_site || (depth == 1 && lead.has_list)) && lead.is_short,
            false => lead.is_short,
        };
        let count = leads.iter().filter(is_company).count();
        let fits = count > 1 && count * 5 >= leads.len() * 3;
        (fits && are_distinct(&names) && are_distinct(&hosts)).then_some((depth, items))
    })?;
    let names: Vec<String> = items.iter().map(|item| lead(item).name).collect();
    let shown: Vec<&str> = names.iter().map(String::as_str).collect();
    let pattern = format!("{}- {{name}}", "  ".repeat(usize::from(depth) - 1));
    let key = format!("item = \"{pattern}\"");
    let shape = Shape::Item(vec![Pattern::bare(depth)]);
    let groups = level.filter(|_| under_headings);
    let Some(level) = groups else {
        let span = items.first()?.span.clone();
        let message = format!("the companies seem to be the list items: {}", list(&shown));
        return Some(Guess { shape, doubt: Some((span, message, line(&key))) });
    };
    let holding = || headings.at(level).filter(|(.., holds)| *holds);
    let heads: Vec<&str> = holding().map(|(_, words, ..)| words.as_str()).collect();
    let span = holding().next()?.2.span.clone();
    let message = format!(
        "the headings of level {level} ({}) look like groups, and the list items below them like \
         the companies: {}",
        list(&heads),
        list(&shown)
    );
    let cure = format!(
        "{}; if the headings are the companies: companies = {{ heading = \"{} {{name}}\" }}",
        line(&key),
        "#".repeat(usize::from(level)),
    );
    Some(Guess { shape, doubt: Some((span, message, cure)) })
}
