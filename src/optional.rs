//! The one guard for interfaces of the browser that some browsers lack, forbid or break. The site can
//! do without each of them: a call that is not possible does nothing and gives `None`.
//!
//! Bindings throw where a method is missing, and nothing can be done in the app after that. So only
//! this module names such interfaces; `public/boot/optional.js` is its like for the scripts.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::state::IN_BROWSER;

/// The property of an object, unless it is absent.
pub fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// What a method returns, unless it is absent or throws.
pub fn call(object: &JsValue, name: &str, arguments: &Array) -> Option<JsValue> {
    let method: Function = property(object, name)?.dyn_into().ok()?;
    method.apply(object, arguments).ok()
}

/// A property of `navigator`.
pub fn navigator(name: &str) -> Option<JsValue> {
    if IN_BROWSER { property(window().navigator().as_ref(), name) } else { None }
}

/// What a method of `navigator` returns.
pub fn call_navigator(name: &str, arguments: &Array) -> Option<JsValue> {
    if IN_BROWSER { call(window().navigator().as_ref(), name, arguments) } else { None }
}

/// Whether the keyboard is Apple's, whose shortcuts have the command key where others have Control.
#[must_use]
pub fn is_apple() -> bool {
    let platform = navigator("platform").and_then(|platform| platform.as_string());
    platform.is_some_and(|name| name.starts_with("Mac") || name.starts_with("iP"))
}

/// Opens a dialog over the page; beside it where browsers know no modal dialogs. The focus goes to
/// its first element either way.
pub fn show_modal(dialog: &HtmlDialogElement) {
    if !dialog.has_attribute("open") && call(dialog, "showModal", &Array::new()).is_none() {
        // Cannot fail for a valid name.
        let _ = dialog.set_attribute("open", "");
        let first = dialog.query_selector("a, button, input").ok().flatten();
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            let _ = first.focus();
        }
    }
}

/// Closes a dialog.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.has_attribute("open") && call(dialog, "close", &Array::new()).is_none() {
        let _ = dialog.remove_attribute("open");
    }
}

/// Moves the focus to an element and leaves the page where it is scrolled, where the browser can.
pub fn focus_in_place(element: &Element) {
    let options = Object::new();
    // Never fails for an object of our own.
    let _ = Reflect::set(&options, &"preventScroll".into(), &true.into());
    call(element, "focus", &Array::of1(&options));
}

/// Scrolls an element to the top of the window, where the browser can.
pub fn scroll_to_top(element: &Element) {
    call(element, "scrollIntoView", &Array::new());
}

/// Scrolls an element into view, no further than needed in both directions.
pub fn scroll_to_nearest(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    call(element, "scrollIntoView", &Array::of1(&options));
}
