//! What a catalogue is compiled from.

use catalog::Day;

use crate::per_file::PerFile;

/// A file's text with the path that diagnostics name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Path as a maintainer would type it, relative to the project: `content/case-studies.md`.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// How it was stored.
    pub(crate) encoding: Encoding,
}

/// How the text of a file is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// As it should be.
    #[default]
    Utf8,
    /// It was read, but other programs that read the content cannot.
    Utf16,
    /// Bytes from this offset of the text on were replaced, because their letters are not known.
    Unknown(usize),
}

impl SourceFile {
    /// A file with this path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), encoding: Encoding::Utf8 }
    }

    /// A file with this path and what is stored in it. Text that is not UTF-8 is read as far as it
    /// can be, and is a fault of the file for [`crate::compile`].
    ///
    /// ```
    /// use compiler::SourceFile;
    ///
    /// assert_eq!(SourceFile::from_bytes("a.md", b"\xff\xfeA\0".to_vec()).text, "\u{feff}A");
    /// ```
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        let path = path.into();
        if let Some(text) = read_utf_16(&bytes) {
            return Self { path, text, encoding: Encoding::Utf16 };
        }
        match String::from_utf8(bytes) {
            Ok(text) => Self { path, text, encoding: Encoding::Utf8 },
            Err(error) => Self {
                path,
                encoding: Encoding::Unknown(error.utf8_error().valid_up_to()),
                text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            },
        }
    }
}

/// The text of bytes that are UTF-16: by their mark, or because every other byte of plain letters
/// is 0.
fn read_utf_16(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..64).unwrap_or(bytes);
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let unmarked = (even + odd) * 3 > start.len() && even.min(odd) * 4 < even.max(odd);
    let is_little = start.starts_with(&[0xff, 0xfe]) || (unmarked && odd > even);
    if !is_little && !start.starts_with(&[0xfe, 0xff]) && !unmarked {
        return None;
    }
    let units = bytes.chunks(2).map(|pair| {
        let pair = [pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)];
        if is_little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    });
    Some(
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(),
    )
}

/// The files that maintainers write beside the chapters.
pub type Files = PerFile<SourceFile>;

/// Everything that a catalogue is compiled from.
#[derive(Clone, Debug)]
pub struct Input {
    /// The Markdown chapters: those that `site.toml` lists, in its order; of a draft, itself.
    pub chapters: Vec<SourceFile>,
    /// The files beside them.
    pub files: Files,
    /// Whether the chapters are the site's own.
    pub scope: Scope,
}

impl Input {
    /// The text of the file that a diagnostic names.
    #[must_use]
    pub fn text_of(&self, path: &str) -> Option<&str> {
        let beside = self.files.each().into_iter();
        beside.chain(&self.chapters).find(|file| file.path == path).map(|file| file.text.as_str())
    }
}

/// How the chapters relate to the other files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The site's own chapters: companies that the other files name must be in them.
    Site,
    /// Chapters that the site does not list, tried today: each is of unknown source and licence.
    /// Entries of the other files about companies that it lacks are ignored.
    Draft(Day),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_is_told_from_utf_8() {
        assert_eq!(read_utf_16(&[0xfe, 0xff, 0, b'#']).as_deref(), Some("\u{feff}#"));
        assert_eq!(read_utf_16(&[b'#', 0, b' ', 0, b'A', 0]).as_deref(), Some("# A"));
        assert_eq!(read_utf_16("# Größe".as_bytes()), None);
        assert_eq!(read_utf_16(b"A\0\0\0B"), None);
        assert_eq!(read_utf_16(&[]), None);
    }
}
