//! Nouns that numbers go with: one, several.

use crate::text::Noun;

pub(crate) const COMPANY: Noun = Noun { one: "company", many: "companies" };
pub(crate) const ENTRY_IS: Noun = Noun { one: "entry is", many: "entries are" };
pub(crate) const LINK: Noun = Noun { one: "link", many: "links" };
pub(crate) const NEW_ENTRY: Noun = Noun { one: "new entry", many: "new entries" };
pub(crate) const PIECE: Noun = Noun { one: "piece", many: "pieces" };
pub(crate) const PODCAST_EPISODE: Noun = Noun { one: "podcast episode", many: "podcast episodes" };
pub(crate) const SUGGESTION: Noun = Noun { one: "suggestion", many: "suggestions" };
pub(crate) const TALK_ARTICLE_OR_EPISODE: Noun =
    Noun { one: "talk, article or episode", many: "talks, articles and episodes" };
pub(crate) const TALK_ARTICLE_OR_SITE: Noun =
    Noun { one: "talk, article or site", many: "talks, articles and sites" };
pub(crate) const TECHNOLOGY: Noun = Noun { one: "technology", many: "technologies" };
