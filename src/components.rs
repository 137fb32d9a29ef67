//! The parts that pages are made of. Each takes what it shows as props.

pub mod card;
pub mod chips;
pub mod compare_link;
pub mod comparison;
pub mod diagram;
pub mod evidence;
pub mod export_menu;
pub mod facets;
pub mod icon;
pub mod inlines;
pub mod keep;
pub mod marked;
pub mod matrix;
pub mod monogram;
pub mod no_results;
pub mod podcast;
pub mod prose;
pub mod resources;
pub mod search_box;
pub mod stack;
pub mod storage_notice;
pub mod technology_chip;
pub mod theme_switch;
pub mod year_facet;
