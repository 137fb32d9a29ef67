//! Finding an installed program.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::process;

/// The program in an environment variable, else the first of the names on PATH.
pub(super) fn find(variable: &str, names: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(path) = env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
        if !path.is_file() {
            bail!(
                "{variable} is set to {}, which is not a file: correct or unset it",
                path.display()
            );
        }
        return Ok(Some(path));
    }
    Ok(names.iter().find_map(|name| process::on_path(name)))
}
