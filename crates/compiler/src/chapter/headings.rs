//! The headings of a chapter that may begin companies.

use std::collections::BTreeMap;

use super::nodes::{addresses, is_contents, text_of};
use crate::markdown::{Element, Node};
use crate::metadata::shapes::Guesses;

/// The headings that may begin companies: those of a level whose words are said once.
pub(super) struct Headings<'n> {
    /// Level, words and place, and whether addresses follow before the next of them.
    list: Vec<(u8, String, &'n Node, bool)>,
}

impl<'n> Headings<'n> {
    pub(super) fn new(nodes: &'n [Node], guesses: &Guesses) -> Self {
        let mut said = BTreeMap::<String, usize>::new();
        for node in nodes.iter().filter(|node| matches!(node.element, Element::Heading(_))) {
            *said.entry(text_of(&node.children).to_lowercase()).or_default() += 1;
        }
        let mut list: Vec<(u8, String, &Node, bool)> = Vec::new();
        for node in nodes {
            match node.element {
                Element::Heading(level) => {
                    let words = text_of(&node.children);
                    let key = words.to_lowercase();
                    let is_unique = said.get(&key) == Some(&1) && !guesses.skip.contains(&key);
                    // "Blog posts" again and again heads a part of each company's section.
                    if is_unique || list.last().is_none_or(|(above, ..)| *above >= level) {
                        let has_link = !addresses(&node.children).is_empty();
                        list.push((level, words, node, has_link && is_unique));
                    }
                }
                Element::List(_) if is_contents(&node.children) => {}
                _ => {
                    if let Some((_, words, _, holds)) = list.last_mut()
                        && said.get(&words.to_lowercase()) == Some(&1)
                        && !guesses.skip.contains(&words.to_lowercase())
                    {
                        *holds |= !addresses(std::slice::from_ref(node)).is_empty();
                    }
                }
            }
        }
        Self { list }
    }

    pub(super) fn at(&self, level: u8) -> impl Iterator<Item = &(u8, String, &'n Node, bool)> {
        self.list.iter().filter(move |(found, ..)| *found == level)
    }

    pub(super) fn holding(&self, level: u8) -> usize {
        self.at(level).filter(|(.., holds)| *holds).count()
    }

    /// The highest level with several headings most of which have addresses of their own, else the
    /// level with most such headings.
    pub(super) fn level(&self) -> Option<u8> {
        let clear = (1..=6).find(|&level| {
            let holding = self.holding(level);
            holding > 1 && holding * 2 > self.at(level).count()
        });
        let most = || {
            (1..=6).rev().max_by_key(|&level| self.holding(level)).filter(|&l| self.holding(l) > 0)
        };
        clear.or_else(most)
    }
}
