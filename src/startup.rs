//! Mounts the app in a page.

use std::panic;

use catalog::Base;
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, UnwrapThrowExt, throw_str};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, HtmlMetaElement};

use crate::app::App;
use crate::site::{Site, embedded_catalog};
use crate::state::{Batches, Navigation, load_page_of_document};

/// The id of the element that holds the prerendered page, then the app.
const PLACE: &str = "app";

/// Event dispatched on the document once the app is mounted (detail: its root). A listener that
/// calls `preventDefault()` swaps it in itself; `public/boot/boot.js` does, to keep focus, typed
/// text and scroll.
const MOUNTED: &str = "casebook:mounted";

/// Mounts the app, then replaces the prerendered page by it.
///
/// # Errors
/// Throws when the embedded catalogue cannot be read or the page's code cannot be loaded.
/// `public/boot/boot.js` handles that and every panic: the prerendered page stays, with a notice.
pub fn start() {
    panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
    spawn_local(async {
        let catalog = embedded_catalog().expect_throw("the embedded catalogue cannot be read");
        yield_to_browser().await;
        let site = Site::of(catalog);
        yield_to_browser().await;
        let base = base_of_page();
        load_page_of_document(base, move |loaded| {
            if loaded.is_err() {
                throw_str("the code of the page cannot be loaded");
            }
            spawn_local(mount(site, base));
        });
    });
}

/// Draws the app outside of the document, batch by batch, then swaps it in.
async fn mount(site: Site, base: Base) {
    let place = document().create_element("div").ok().and_then(|place| place.dyn_into().ok());
    let place: HtmlElement = place.expect_throw("the document takes no element");
    place.set_id(PLACE);
    let batches = Batches::none();
    let mounted = leptos::mount::mount_to(place.clone(), move || {
        provide_context(batches);
        view! { <App site base navigation=Navigation::start(base) /> }
    });
    mounted.forget();
    yield_to_browser().await;
    while batches.draw_next() {
        yield_to_browser().await;
    }
    swap_in(&place);
}

/// Gives the browser time to handle events and to paint.
async fn yield_to_browser() {
    let pause = Promise::new(&mut |resolve, _| {
        // Without timers `resolve` is never called, and the prerendered page stays.
        let _ = window().set_timeout_with_callback(&resolve);
    });
    // Never rejects.
    let _ = JsFuture::from(pause).await;
}

fn swap_in(app: &HtmlElement) {
    let init = CustomEventInit::new();
    init.set_detail(app);
    init.set_cancelable(true);
    let mounted = CustomEvent::new_with_event_init_dict(MOUNTED, &init).ok();
    let is_taken = mounted
        .and_then(|mounted| document().dispatch_event(&mounted).ok())
        .is_some_and(|is_left| !is_left);
    if !is_taken && let Some(shown) = document().get_element_by_id(PLACE) {
        // Fails only for a node of a kind that the parent does not allow; both are <div>.
        let _ = shown.replace_with_with_node_1(app);
        // As boot.js does: the styles hide controls that need a running app.
        let _ = document().document_element().map(|root| root.set_attribute("data-app", "live"));
    }
}

/// The path in `<meta name="base-path">`; the root without it.
fn base_of_page() -> Base {
    let meta = document().query_selector("meta[name=base-path]").ok().flatten();
    let path =
        meta.and_then(|meta| meta.dyn_into::<HtmlMetaElement>().ok()).map(|meta| meta.content());
    Base::from_path(path.as_deref().unwrap_or("/"))
}
