//! nginx with its module for files compressed with brotli: found on the machine, or installed from
//! Debian's packages.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{debian, program};

/// An nginx with the module that deploy/nginx.conf needs.
#[derive(Debug)]
pub(super) struct Nginx {
    pub(super) program: PathBuf,
    pub(super) brotli: PathBuf,
}

const MISSING: &str = "the test of deploy/nginx.conf needs nginx and its module brotli-static: \
    install them (Debian: `apt-get install nginx libnginx-mod-http-brotli-static`), or set \
    CASEBOOK_NGINX to the path of one that has it";

const BROTLI: &str = "ngx_http_brotli_static_module.so";

/// Debian's path of it, which is only on root's PATH.
const DEBIAN: &str = "/usr/sbin/nginx";

/// Finds both, or installs them where possible.
pub(super) fn prepare() -> Result<Nginx> {
    let program = find()?;
    let brotli = program.as_deref().and_then(brotli_of);
    if let (Some(program), Some(brotli)) = (program, brotli) {
        return Ok(Nginx { program, brotli });
    }
    debian::install(&["nginx", "libnginx-mod-http-brotli-static"], MISSING)?;
    let program = find()?.context(MISSING)?;
    let brotli = brotli_of(&program).context(MISSING)?;
    Ok(Nginx { program, brotli })
}

/// The variable is not called NGINX: nginx itself reads one of that name.
fn find() -> Result<Option<PathBuf>> {
    let found = program::find("CASEBOOK_NGINX", &["nginx"])?;
    Ok(found.or_else(|| Some(PathBuf::from(DEBIAN)).filter(|path| path.is_file())))
}

/// The path of the module in the modules folder of an nginx.
fn brotli_of(program: &Path) -> Option<PathBuf> {
    let output = Command::new(program).arg("-V").output().ok()?;
    let folder = modules_folder(&String::from_utf8_lossy(&output.stderr))?;
    Some(folder.join(BROTLI)).filter(|path| path.is_file())
}

/// Reads the output of `nginx -V`.
fn modules_folder(configuration: &str) -> Option<PathBuf> {
    configuration
        .split_whitespace()
        .find_map(|argument| argument.strip_prefix("--modules-path="))
        .map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_modules_are_where_nginx_says() {
        let printed = "nginx version: nginx/1.22.1\nTLS SNI support enabled\nconfigure arguments: \
            --with-cc-opt='-g -O2' --pid-path=/run/nginx.pid --modules-path=/usr/lib/nginx/modules \
            --with-compat\n";
        assert_eq!(modules_folder(printed), Some("/usr/lib/nginx/modules".into()));
    }

    #[test]
    fn an_nginx_without_modules_has_no_folder_of_them() {
        assert_eq!(modules_folder("nginx version: nginx/1.22.1\n"), None);
    }
}
