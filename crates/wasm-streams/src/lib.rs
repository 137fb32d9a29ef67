//! Replaces the crate of this name, which Leptos needs for server functions. The site has no server
//! functions, but the crate exports its classes from the wasm, so no tool can remove them: 3 kB of
//! the first load after brotli.
//!
//! It has what `server_fn` 0.8 calls. Streams made of it are empty.

use futures_util::stream::{self, Empty, Stream};
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Ignores `stream`.
    #[must_use]
    pub fn from_stream(_stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// The stream of the browser.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// An empty stream.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        stream::empty()
    }
}
