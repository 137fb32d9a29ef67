//! Names of companies in many scripts. They are made of syllables, so none is taken from anywhere.

use std::collections::HashSet;

use catalog::Slug;
use compiler::slug_from_heading;

use crate::draw::Draw;

/// How names of a script are made.
struct Script {
    /// How many of a thousand names have it.
    share: u32,
    syllables: &'static [&'static str],
    /// Syllables in a word, at least and at most.
    length: (usize, usize),
    ends: &'static [&'static str],
}

const SCRIPTS: &[Script] = &[
    Script {
        share: 780,
        syllables: &[
            "ba", "bri", "cor", "da", "den", "fo", "gal", "hel", "ja", "ka", "kel", "lo", "lum",
            "ma", "mer", "na", "nor", "o", "pal", "qua", "ri", "ro", "sa", "sol", "ta", "tre", "u",
            "va", "ven", "wi", "xa", "yor", "ze", "zin",
        ],
        length: (2, 4),
        ends: &["", "", "", " Labs", " Group", ".io", " & Co", " 24", " Bank", " Health"],
    },
    Script {
        share: 80,
        syllables: &[
            "grö", "mül", "ßen", "łod", "żar", "ček", "ñan", "çal", "åsk", "øre", "éto", "ğız",
            "ber", "lan", "tor", "mi",
        ],
        length: (2, 3),
        ends: &["", " AG", " Sp.", " y Cía"],
    },
    Script {
        share: 50,
        syllables: &["云", "数", "海", "光", "天", "星", "金", "山", "河", "通", "达", "信", "和"],
        length: (2, 4),
        ends: &["", "科技", "集团"],
    },
    Script {
        share: 30,
        syllables: &["ка", "ро", "ве", "ли", "стан", "град", "нор", "ми", "зет", "юга"],
        length: (2, 4),
        ends: &["", " Групп"],
    },
    Script {
        share: 25,
        syllables: &["カ", "ナ", "ミ", "ソ", "ラ", "テ", "ク", "リ", "モ", "ン"],
        length: (3, 5),
        ends: &["", "株式会社"],
    },
    Script {
        share: 15,
        syllables: &["한", "누", "리", "가", "온", "새", "빛", "마", "루"],
        length: (2, 4),
        ends: &[""],
    },
    Script {
        share: 10,
        syllables: &["νε", "λο", "κα", "ρι", "θα", "μη", "σο", "ντα"],
        length: (2, 4),
        ends: &["", " ΑΕ"],
    },
    Script {
        share: 10,
        syllables: &["نور", "بحر", "قمر", "سما", "دار", "ريم", "جبل"],
        length: (2, 3),
        ends: &[""],
    },
];

/// Makes names that are told apart by their slugs.
#[derive(Default)]
pub(crate) struct Names {
    taken: HashSet<Slug>,
}

impl Names {
    /// A new name, in one of the scripts.
    pub(crate) fn next(&mut self, draw: &mut Draw) -> (String, Slug) {
        let shares: Vec<u32> = SCRIPTS.iter().map(|script| script.share).collect();
        let script = &SCRIPTS[draw.weighted(&shares)];
        let mut name = word(script, draw);
        name.push_str(draw.one_of::<&str>(script.ends));
        loop {
            match slug_from_heading(&name) {
                Ok(slug) if self.taken.insert(slug.clone()) => return (name, slug),
                // Longer names become rare, so this ends.
                _ => name = format!("{} {}", word(script, draw), word(script, draw)),
            }
        }
    }
}

fn word(script: &Script, draw: &mut Draw) -> String {
    let syllables = draw.between(script.length.0, script.length.1);
    let word: String = (0..syllables).map(|_| *draw.one_of(script.syllables)).collect();
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
