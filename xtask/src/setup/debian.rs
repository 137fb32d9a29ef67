//! Debian packages, for tools that neither cargo nor npm has.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::announce::announce;
use crate::process;

/// Installs packages; fails with `missing` where that needs a password or a confirmation.
pub(super) fn install(packages: &[&str], missing: &'static str) -> Result<()> {
    if !can_install() {
        bail!(missing);
    }
    announce(&format!("installing Debian's {} (about a minute)", packages.join(" and ")));
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
        command
    };
    process::run(apt().arg("update")).context(missing)?;
    process::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
        .context(missing)
}

fn can_install() -> bool {
    let is_root =
        || process::output_of(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0");
    process::on_path("apt-get").is_some() && is_root()
}
