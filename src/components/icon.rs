//! Icons: line drawings of 16 by 16, in the colour of the text beside them.

use catalog::Kind;
use leptos::prelude::*;

/// The icon of a kind of material, hidden from screen readers.
#[component]
pub fn KindIcon(kind: Kind) -> impl IntoView {
    view! { <Icon path=kind_path(kind) /> }
}

/// An icon, hidden from screen readers.
#[component]
pub fn Icon(
    /// SVG path data in a 16 by 16 view box.
    path: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=path />
        </svg>
    }
}

/// A triangle that points right: play.
pub const PLAY: &str = "M5 3.5v9l7.5-4.5z";
/// A square: stop.
pub const STOP: &str = "M4.5 4.5h7v7h-7z";
/// A triangle at a bar: next.
pub const NEXT: &str = "M4 3.5v9l6.5-4.5zM12 3.5v9";
/// An arrow that turns round: back.
pub const RETURN: &str = "M12.5 3v3.5a3 3 0 0 1-3 3h-6M6.5 6.5l-3 3 3 3";
/// A cross: remove or close.
pub const CROSS: &str = "M4 4l8 8M12 4l-8 8";
/// A magnifying glass: search.
pub const LENS: &str = "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9M10.3 10.3l3.4 3.4";
/// Two columns side by side: compare.
pub const COLUMNS: &str = "M2.5 3h4.500v10h-4.500zM9 3h4.500v10h-4.500z";
/// Lines of falling length: filters.
pub const FILTERS: &str = "M2 4.5h12M4 8h8M6.5 11.5h3";
/// A ribbon: save.
pub const BOOKMARK: &str = "M4 2h8v12L8 10.8L4 14z";
/// A circle: not done.
pub const DISC: &str = "M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12";
/// A circle with a tick: done.
pub const DISC_WITH_TICK: &str = "M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12M5.2 8.3l2 2l3.600-4.300";

const fn kind_path(kind: Kind) -> &'static str {
    match kind {
        Kind::Podcast => {
            "M8 2a2 2 0 0 1 2 2v4a2 2 0 0 1-4 0V4a2 2 0 0 1 2-2M3.8 7.5V8a4.2 4.2 0 0 0 8.4 0v-.5M8 12.2V14M5.5 14h5"
        }
        Kind::Slides => "M2 3h12M3 3v7.5h10V3M8 10.5V13M5.5 14L8 12l2.5 2",
        Kind::Video => "M2 4h12v8H2zM6.8 6v4l3.4-2z",
        Kind::Article | Kind::Encyclopedia => "M3.5 2h9v12h-9zM5.5 5h5M5.5 8h5M5.5 11h3",
        Kind::Paper | Kind::CaseStudy => "M4 2h5.5L12.5 5v9H4zM9.5 2v3h3M6 8h4.5M6 11h4.5",
        Kind::Docs => {
            "M8 4C6.5 2.8 4 2.8 2 3.4v9.4c2-.6 4.5-.6 6 .6c1.5-1.2 4-1.2 6-.6V3.400C12 2.8 9.5 2.8 8 4M8 4v9"
        }
        Kind::Product => "M8 2l5.5 3v6L8 14l-5.5-3V5zM2.5 5L8 8l5.5-3M8 8v6",
        Kind::Collection => "M3 5h10v9H3zM4.5 3h7M6 1h4",
        Kind::Dataset => {
            "M3 4c0-2.6 10-2.6 10 0v8c0 2.6-10 2.6-10 0zM3 4c0 2.6 10 2.6 10 0M3 8c0 2.6 10 2.6 10 0"
        }
        Kind::Profile => {
            "M8 2.500a2.7 2.7 0 1 0 0 5.400a2.7 2.7 0 0 0 0-5.400M3 14c0-5.5 10-5.5 10 0"
        }
        Kind::Event => "M2.5 4h11v9.500h-11zM2.5 7h11M5.5 2v3M10.5 2v3",
        Kind::Website => "M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12M2 8h12M8 2c-4 4-4 8 0 12c4-4 4-8 0-12",
    }
}
