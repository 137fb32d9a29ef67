//! What browsers may do with a page: the content security policy. Every page carries it in a
//! `<meta>`, so that it applies on any host; a header adds what a `<meta>` cannot express.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use catalog::PLAYER_ORIGIN;
use sha2::{Digest, Sha256};

/// A content security policy.
pub(crate) struct Policy {
    directives: Vec<String>,
}

impl Policy {
    /// Allows `first_script`, which is inlined in every page, and the scripts that it loads; no
    /// others.
    pub(crate) fn new(first_script: &str) -> Self {
        let hash = STANDARD.encode(Sha256::digest(first_script));
        let script = format!("script-src 'strict-dynamic' 'sha256-{hash}' 'wasm-unsafe-eval'");
        let directives = vec![
            "default-src 'none'".to_owned(),
            script,
            "style-src 'self'".to_owned(),
            "img-src 'self' data:".to_owned(),
            "font-src 'self'".to_owned(),
            "connect-src 'self'".to_owned(),
            "manifest-src 'self'".to_owned(),
            "worker-src 'self'".to_owned(),
            format!("frame-src {PLAYER_ORIGIN}"),
            "base-uri 'none'".to_owned(),
            "form-action 'none'".to_owned(),
            "require-trusted-types-for 'script'".to_owned(),
            "trusted-types default".to_owned(),
        ];
        Self { directives }
    }

    /// As the content of a `<meta>`.
    pub(super) fn for_meta(&self) -> String {
        self.directives.join("; ")
    }

    /// As the value of a header.
    pub(crate) fn for_header(&self) -> String {
        format!("{}; frame-ancestors 'none'", self.for_meta())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_script_is_known_by_its_bytes() {
        // The hash of an empty text, as https://www.w3.org/TR/CSP3/ encodes it.
        let policy = Policy::new("").for_meta();
        assert!(
            policy.contains("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    }
}
