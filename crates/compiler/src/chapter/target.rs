//! What an address of a section leads to, or why to nothing.

use std::ops::Range;

use url::Url;

use crate::diagnostic::{Code, Reporter};
use crate::links::AddressFault;

/// What all spellings of a page's address have in common: neither the scheme nor a slash at the end
/// of the path makes another page.
pub(super) fn page(url: &Url) -> String {
    let mut page = url.clone();
    let path = url.path().trim_end_matches('/').to_owned();
    page.set_path(&path);
    let text = page.as_str();
    text.split_once("://").map_or(text, |(_, rest)| rest).to_owned()
}

/// Reports an address that leads to no page. One that could do harm is an error.
pub(super) fn refuse(
    address: &str,
    fault: &AddressFault,
    span: Range<usize>,
    report: &mut Reporter<'_>,
) {
    let message = format!("the address {address:?} is not a link: {fault}");
    if fault.is_harmless() {
        let cure = match address.split_once(':') {
            Some((_, mail)) if matches!(fault, AddressFault::Scheme(name) if name == "mailto") => {
                format!("write it as text, without brackets: {mail}")
            }
            _ => "write a complete address such as https://example.com/page, or name base in \
                  site.toml; as it is only its words are shown"
                .to_owned(),
        };
        report.warn(Code::AddressWithoutPage, span, message, cure);
    } else {
        report.error(
            Code::UnsafeAddress,
            span,
            message,
            "write a complete address such as https://example.com/page",
        );
    }
}
