//! Brings the app to life in a page, and says so when it cannot.

use std::panic;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlMetaElement};

use crate::app::App;
use crate::routes::Base;
use crate::site::Site;
use crate::state::load_page_of_document;

/// Mounts the app in the page's body in place of the waiting text.
///
/// When the embedded catalogue cannot be read, or anything panics later, the page's crash notice
/// is shown instead of a dead page.
pub fn start() {
    panic::set_hook(Box::new(|info| {
        leptos::logging::error!("{info}");
        show_crash_notice();
    }));
    match Site::embedded() {
        Ok(site) => {
            let base = base_of_page();
            load_page_of_document(base, move |is_loaded| {
                if is_loaded {
                    remove_element("boot");
                    leptos::mount::mount_to_body(move || view! { <App site base /> });
                } else {
                    leptos::logging::error!("the code of the page cannot be loaded");
                    show_crash_notice();
                }
            });
        }
        Err(error) => {
            leptos::logging::error!("the embedded catalogue cannot be read: {error}");
            show_crash_notice();
        }
    }
}

/// The path that the build wrote into `<meta name="base-path">`; the root without it.
fn base_of_page() -> Base {
    let meta = document().query_selector("meta[name=base-path]").ok().flatten();
    let path =
        meta.and_then(|meta| meta.dyn_into::<HtmlMetaElement>().ok()).map(|meta| meta.content());
    Base::from_public_path(path.as_deref().unwrap_or("/"))
}

fn show_crash_notice() {
    remove_element("boot");
    if let Some(notice) = element("crash") {
        notice.set_hidden(false);
    }
}

fn remove_element(id: &str) {
    if let Some(element) = element(id) {
        element.remove();
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
