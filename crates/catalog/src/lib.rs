//! The data of Casebook: companies, technologies, evidence, and the pages that show them.
//!
//! The compiler makes a [`Catalog`]; the app embeds it as bytes ([`Catalog::from_bytes`]). This
//! crate depends on no browser, no Markdown parser, no search and no export format.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod address;
mod baked;
mod day;
mod model;
mod named;
mod origin;
mod query;
mod route;
mod slug;

pub use address::{
    Base, COMPANIES_CSV, COMPANIES_JSON, FEED, PLAYER_ORIGIN, SCHEMA, TECHNOLOGIES_JSON, block_id,
    company_json, episode_id, licence, podcast_address, resource_id, share_image, youtube_page,
    youtube_player,
};
pub use baked::BakedError;
pub use day::Day;
pub use model::{
    Audio, Block, Catalog, Chapter, Company, ContentChange, DateSource, Dated, Denial, Diagram,
    DiagramStep, Evidence, EvidenceSource, Figure, GoneCompany, Grade, Identity, Industry, Inline,
    Kind, LinkCheck, LinkStatus, Note, Podcast, Resource, Role, Standing, Subject, Tag, Technology,
    TitleSource, Years,
};
pub use named::UnknownName;
pub use origin::{BasePath, BasePathError, Origin, OriginError};
pub use query::{MatrixScope, Query, Start};
pub use route::Route;
pub use slug::{MAX_SLUG_LENGTH, Slug, SlugError};
