//! One small chapter for each thing the compiler understands, `fixtures/quirks/*.md`.

use crate::support::{compile_chapter, fixtures, messages};

#[test]
fn each_quirk_compiles_to_what_was_meant() {
    for (path, text) in fixtures("quirks") {
        let compilation = compile_chapter(&text);
        assert!(!compilation.has_errors(), "{}", messages(&compilation.diagnostics));
        let companies = serde_json::to_string_pretty(&compilation.catalog.companies).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let outcome = format!("{}{companies}", messages(&compilation.diagnostics));
        insta::with_settings!({ description => text, omit_expression => true }, {
            insta::assert_snapshot!(name, outcome);
        });
    }
}
