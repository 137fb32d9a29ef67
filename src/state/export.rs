//! Files with a selection of companies, and the clipboard.

use catalog::{Base, COMPANIES_CSV, COMPANIES_JSON};

use js_sys::{Array, JSON, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use super::files::download;
use crate::optional;

/// The format of a downloaded file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// A table, as `companies.csv`.
    Csv,
    /// As `api/companies.json`.
    Json,
}

impl ExportFormat {
    const fn path(self) -> &'static str {
        match self {
            Self::Csv => COMPANIES_CSV,
            Self::Json => COMPANIES_JSON,
        }
    }

    const fn file_name(self) -> &'static str {
        match self {
            Self::Csv => "casebook-companies.csv",
            Self::Json => "casebook-companies.json",
        }
    }
}

/// The site's own export file could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportUnavailable;

/// The browser does not allow the site to write to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyDenied;

/// Downloads the companies with these slugs, in this order, cut from the site's own export file.
pub fn download_selection(
    base: Base,
    format: ExportFormat,
    slugs: Vec<&'static str>,
    on_done: impl FnOnce(Result<(), ExportUnavailable>) + 'static,
) {
    spawn_local(async move {
        let saved = async {
            let text = fetch_text(&base.file(format.path())).await?;
            let selection = match format {
                ExportFormat::Csv => for_spreadsheets(&rows(&text, &slugs)),
                ExportFormat::Json => entries(&text, &slugs)?,
            };
            download(format.file_name(), &selection);
            Ok::<(), JsValue>(())
        };
        on_done(saved.await.map_err(|_| ExportUnavailable));
    });
}

/// Writes a text to the clipboard.
pub fn copy(text: &str, on_done: impl FnOnce(Result<(), CopyDenied>) + 'static) {
    // Absent on pages without HTTPS.
    let written = optional::navigator("clipboard")
        .and_then(|clipboard| optional::call(&clipboard, "writeText", &Array::of1(&text.into())))
        .and_then(|written| written.dyn_into::<Promise>().ok());
    let Some(written) = written.map(JsFuture::from) else {
        return on_done(Err(CopyDenied));
    };
    spawn_local(async move { on_done(written.await.map(drop).map_err(|_| CopyDenied)) });
}

/// Whether the system has a share sheet.
#[must_use]
pub fn can_share() -> bool {
    optional::navigator("share").is_some()
}

/// Opens the system's share sheet; nothing happens where there is none.
pub fn share(title: &str, address: &str) {
    let data = Object::new();
    for (key, value) in [("title", title), ("url", address)] {
        // Never fails for an object of our own.
        let _ = Reflect::set(&data, &key.into(), &value.into());
    }
    let sheet = optional::call_navigator("share", &Array::of1(&data));
    if let Some(sheet) = sheet.and_then(|sheet| sheet.dyn_into::<Promise>().ok()) {
        // Readers who close the sheet reject the promise.
        spawn_local(async move { _ = JsFuture::from(sheet).await });
    }
}

async fn fetch_text(address: &str) -> Result<String, JsValue> {
    let response = JsFuture::from(window().fetch_with_str(address)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}

/// The header of a CSV table and the rows that begin with one of the slugs, in the order of the
/// slugs. No field of the table contains a line break.
fn rows(table: &str, slugs: &[&str]) -> String {
    let mut part = String::new();
    let mut lines = table.split_inclusive('\n');
    part.extend(lines.next());
    for slug in slugs {
        let is_row =
            |line: &&str| line.strip_prefix(slug).is_some_and(|rest| rest.starts_with(','));
        part.extend(lines.clone().find(is_row));
    }
    part
}

/// A table for people. Excel takes a file for UTF-8 only if it starts with a byte order mark; programs,
/// which would take the mark for a part of the first column's name, fetch the site's own file.
fn for_spreadsheets(table: &str) -> String {
    format!("\u{feff}{table}")
}

/// The JSON document with the `companies` that have one of the slugs, in the order of the slugs.
fn entries(document: &str, slugs: &[&str]) -> Result<String, JsValue> {
    let document = JSON::parse(document)?;
    let key = JsValue::from_str("companies");
    let companies: Array = Reflect::get(&document, &key)?.dyn_into()?;
    let kept = Array::new();
    for slug in slugs {
        for company in companies.iter() {
            if Reflect::get(&company, &JsValue::from_str("slug"))?.as_string().as_deref()
                == Some(slug)
            {
                kept.push(&company);
            }
        }
    }
    Reflect::set(&document, &key, &kept)?;
    Ok(JSON::stringify(&document)?.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_picked_by_slug_in_the_order_asked_for() {
        let table = "slug,name\r\ning,\"ING, fraud\"\r\ning-fraud,x\r\nuber,Uber\r\n";
        assert_eq!(
            rows(table, &["uber", "ing"]),
            "slug,name\r\nuber,Uber\r\ning,\"ING, fraud\"\r\n"
        );
        assert_eq!(rows(table, &["nobody"]), "slug,name\r\n");
        assert_eq!(rows("", &["uber"]), "");
    }
}
