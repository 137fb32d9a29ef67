//! Files that the reader takes away or brings along.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlAnchorElement, Url};

/// The largest file that is read, in bytes. A list of every address there is stays far below it.
const LARGEST: f64 = 1_000_000.0;

/// How long a browser may take to fetch what it was given for download.
const LIFE_OF_ADDRESS: Duration = Duration::from_secs(60);

/// Offers a text as a file to be kept under `name`. A browser that refuses does nothing.
pub fn download(name: &str, text: &str) {
    // Every step can only fail where the browser has no such thing as a download.
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
/// When it is larger than any list, or the browser cannot read it; says so in words for the reader.
pub async fn read_text(file: File) -> Result<String, &'static str> {
    if file.size() > LARGEST {
        return Err("it is larger than a megabyte, which no saved list is");
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or("the browser cannot read the file")
}
