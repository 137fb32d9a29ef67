//! Downloads and chosen files.

use std::time::Duration;

use js_sys::{Array, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlAnchorElement, Url};

use crate::optional;

/// In bytes. A list of everything on the site is far smaller.
const LARGEST: f64 = 1_000_000.0;

/// How long a download may take to start.
const LIFE_OF_ADDRESS: Duration = Duration::from_secs(60);

/// Downloads a text as a file; nothing happens in a browser that refuses.
pub fn download(name: &str, text: &str) {
    // Fails only in browsers without downloads.
    let _ = try_download(name, text);
}

fn try_download(name: &str, text: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into()))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(move || _ = Url::revoke_object_url(&address), LIFE_OF_ADDRESS);
    Ok(())
}

/// Reads a file that the reader chose.
///
/// # Errors
/// A message for the reader, when the file is too large or cannot be read.
pub async fn read_text(file: File) -> Result<String, &'static str> {
    if file.size() > LARGEST {
        return Err("it is larger than a megabyte, which no saved list is");
    }
    let text = async {
        let read: Promise = optional::call(&file, "text", &Array::new())?.dyn_into().ok()?;
        JsFuture::from(read).await.ok()?.as_string()
    };
    text.await.ok_or("the browser cannot read the file")
}
