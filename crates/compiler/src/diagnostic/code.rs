//! The kinds of diagnostics. Each has an entry in `docs/diagnostics.md`.

use std::fmt;

/// Declares the kinds with their numbers, which never change: a kind that is no longer reported leaves
/// its number unused.
macro_rules! codes {
    ($($name:ident = $number:literal,)*) => {
        /// The kind of a diagnostic; its text form is `CB001`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "docs/diagnostics.md says it once")]
        pub enum Code {
            $($name = $number,)*
        }

        impl Code {
            /// Every kind, in the order of the numbers.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

codes! {
    IndentedLinks = 1,
    MergeMarkers = 2,
    UndefinedReference = 3,
    UnusedDefinition = 4,
    RepeatedDefinition = 5,
    DeepNesting = 6,
    ControlCharacter = 7,
    OpenComment = 8,
    RawHtml = 9,
    BackslashAddress = 10,
    Ligature = 11,
    BrokenLink = 12,
    BareHost = 13,
    LostAttributes = 14,
    PictureAddress = 15,
    PictureWithoutWords = 16,
    PictureNotShown = 17,
    RepeatedLink = 18,
    AddressWithoutPage = 19,
    UnsafeAddress = 20,
    LostCells = 21,
    BrokenTable = 22,
    NotUtf8 = 23,
    UntitledEpisode = 30,
    SilentEpisode = 31,
    VideoWithMore = 32,
    NoVideo = 33,
    EpisodeOutsideTable = 34,
    GuessedShape = 40,
    NoCompany = 41,
    MissedHeading = 42,
    OtherLevel = 43,
    MisspeltHeading = 44,
    UnusualHeading = 45,
    HigherHeading = 46,
    NoAddressOfName = 47,
    TakenAddress = 48,
    UnderlinedGroup = 49,
    StrayText = 50,
    StrayLinks = 51,
    CompanyGone = 60,
    UnrecordedAddress = 61,
    EmptySection = 62,
    NoIndustry = 63,
    EntryWithoutCompany = 64,
    RedirectOfCompany = 65,
    DeniedAndAdded = 66,
    IdleVerdict = 67,
    ChapterListedTwice = 68,
    NoChapter = 69,
    NotPinnedFile = 70,
    NotADate = 71,
    NotAChapterPath = 72,
    NotADigest = 73,
    PermalinkWithoutRevision = 74,
    CompanyBeginnings = 75,
    PatternWithoutName = 76,
    PatternLevels = 77,
    NotALanguage = 78,
    IdleAcknowledgement = 79,
    NotToml = 80,
    UnknownName = 81,
    NotASlug = 82,
    NotAnAddress = 83,
    UnknownKey = 84,
    WrongType = 85,
    MissingKey = 86,
    EmptyValue = 87,
    ListedTwice = 88,
    CircleOfParents = 90,
    CapitalisedUnknown = 91,
    TakenName = 92,
    Undescribed = 93,
    NoLetters = 94,
    IdleAlias = 95,
    NotAPrefix = 96,
    UnfoundedVerdict = 97,
    YearOutOfRange = 98,
    TwoEntries = 99,
    EntryWithoutLink = 100,
    IdleEntry = 101,
    RetiredTwice = 102,
    UntouchedStep = 110,
    NoSteps = 111,
    NotAFlow = 112,
    NoSuchPicture = 113,
    PictureReplacedTwice = 114,
    NoCaption = 115,
    NeverMatches = 120,
    TwoTitles = 121,
    UnknownPlaceholder = 122,
    NoPlaceAndYear = 123,
    NotARule = 124,
    NotLinkRecords = 130,
    RemovedWithoutEdition = 140,
    ChangeWithoutLink = 141,
    ChangeWithoutCompany = 142,
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "CB{:03}", *self as u16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_ascend_so_that_none_is_given_twice() {
        assert!(Code::ALL.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(Code::IndentedLinks.to_string(), "CB001");
    }

    #[test]
    fn each_kind_has_an_entry_and_each_entry_a_kind() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/diagnostics.md");
        let text = std::fs::read_to_string(file).unwrap();
        let entries: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        let listed: Vec<&str> =
            entries.iter().filter_map(|entry| Some(entry.split_once(": ")?.0)).collect();
        let kinds: Vec<String> = Code::ALL.iter().map(Code::to_string).collect();
        assert_eq!(listed, kinds);
        for entry in text.split("\n### ").skip(1) {
            assert!(entry.contains("\nCause: ") && entry.contains("\nCure: "), "{entry}");
        }
    }
}
