//! `cargo xtask corpus`: writes a content folder of made-up companies.

use std::fs;
use std::num::NonZeroUsize;

use anyhow::{Context as _, Result, bail};
use compiler::Input;
use corpus::corpus;

use crate::content::Folder;
use crate::project;

/// Marks a folder that this command wrote, and may write again.
const MARK: &str = "corpus.txt";

/// Writes a content folder with so many companies. Technologies, hosts and words are the site's own.
///
/// # Errors
/// When the site's own content cannot be read, the folder has other files, or cannot be written.
pub(crate) fn write(folder: &Folder, companies: NonZeroUsize, seed: u64) -> Result<()> {
    let input = corpus(Folder::default().files()?, companies, seed)?;
    let path = folder.path();
    let is_ours = folder.file(MARK).is_file();
    if path.exists() && !is_ours && !project::entries(&path)?.is_empty() {
        bail!(
            "{} has files that this command did not write: name another folder with --out",
            project::shown(&path)
        );
    }
    fs::create_dir_all(&path).map_err(|error| project::not_written(&path, error))?;
    let mark = format!("{companies} made-up companies, seed {seed}\n");
    project::rewrite(&folder.file(MARK), &mark)?;
    let Input { chapters, files, .. } = input;
    for file in files.each().into_iter().chain(&chapters) {
        project::rewrite(&folder.file(&file.path), &file.text)
            .with_context(|| format!("the corpus in {} is not complete", project::shown(&path)))?;
    }
    print!("wrote {}: {mark}", project::shown(&path));
    Ok(())
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    fn of(companies: usize) -> NonZeroUsize {
        companies.try_into().unwrap()
    }

    #[test]
    fn a_corpus_is_a_content_folder() {
        let out = tempdir().unwrap();
        let folder = Folder::from(out.path().join("corpus"));
        write(&folder, of(3), 1).unwrap();
        assert_eq!(folder.compile().unwrap().catalog.companies.len(), 3);
        write(&folder, of(5), 1).unwrap();
        assert_eq!(folder.compile().unwrap().catalog.companies.len(), 5);
    }

    #[test]
    fn a_folder_with_other_files_stays_as_it_is() {
        let out = tempdir().unwrap();
        fs::write(out.path().join("own.md"), "own").unwrap();
        let folder = Folder::from(out.path().to_owned());
        let error = write(&folder, of(3), 1).unwrap_err().to_string();
        assert!(error.ends_with("name another folder with --out"), "{error}");
        assert_eq!(project::entries(out.path()).unwrap().len(), 1);
    }
}
