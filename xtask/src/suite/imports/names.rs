//! From names to the files that define them.

use std::collections::BTreeMap;

use super::source::{Import, Module, ModulePath, Visibility};

/// A longer chain of re-exports is a circle.
const LONGEST_CHAIN: usize = 16;

/// The names of a crate.
pub(super) struct CrateNames {
    modules: BTreeMap<ModulePath, Module>,
}

/// What a path leads to.
enum Resolved<'a> {
    Module(ModulePath),
    /// Something that this module defines.
    Item(&'a Module),
}

impl CrateNames {
    pub(super) fn new(modules: BTreeMap<ModulePath, Module>) -> Self {
        Self { modules }
    }

    /// Every import: the file that makes it, its line, the file that defines what is imported.
    pub(super) fn imports(&self) -> Vec<(&str, usize, &str)> {
        let mut imports = Vec::new();
        for (path, module) in &self.modules {
            let mut import = |names: &[String], line| {
                if let Some(Resolved::Item(defines)) = self.resolve(path, names, 0) {
                    imports.push((module.file.as_str(), line, defines.file.as_str()));
                }
            };
            for (names, line) in &module.paths {
                import(names, *line);
            }
            for found in &module.uses {
                match &found.name {
                    // The names that a glob imports are those that the module mentions.
                    None => {
                        for (word, line) in &module.words {
                            let mut names = found.path.clone();
                            names.push(word.clone());
                            if self.defines(path, &names) {
                                import(&names, *line);
                            }
                        }
                    }
                    Some(name) if is_used(module, found, name) => import(&found.path, found.line),
                    Some(_) => {}
                }
            }
        }
        imports
    }

    /// Resolves a path in module `from`. A name that a module of the crate lacks counts as its
    /// item, since a macro may define it.
    fn resolve(&self, from: &ModulePath, names: &[String], depth: usize) -> Option<Resolved<'_>> {
        let mut current = from.clone();
        let mut found = false;
        for (index, name) in names.iter().enumerate() {
            match name.as_str() {
                "crate" => current.clear(),
                "self" => {}
                "super" => {
                    current.pop()?;
                }
                name => {
                    let is_last = index + 1 == names.len();
                    match self.lookup(&current, name, is_last, depth) {
                        Some(Resolved::Module(path)) => current = path,
                        Some(item) => return Some(item),
                        // Another crate, or a name of the standard library.
                        None if !found => return None,
                        None => return self.modules.get(&current).map(Resolved::Item),
                    }
                }
            }
            found = true;
        }
        Some(Resolved::Module(current))
    }

    /// Resolves a name in a module. A name may be both a module and an item.
    fn lookup(
        &self,
        path: &ModulePath,
        name: &str,
        prefers_item: bool,
        depth: usize,
    ) -> Option<Resolved<'_>> {
        let module = self.modules.get(path)?;
        if depth > LONGEST_CHAIN {
            return None;
        }
        let item = module.items.contains(name).then_some(Resolved::Item(module));
        let mut child = path.clone();
        child.push(name.to_owned());
        let child = self.modules.contains_key(&child).then_some(Resolved::Module(child));
        let own = if prefers_item { item.or(child) } else { child.or(item) };
        own.or_else(|| {
            let named = module.uses.iter().filter(|found| found.name.as_deref() == Some(name));
            named
                .filter(|found| found.path != [name])
                .find_map(|found| self.resolve(path, &found.path, depth + 1))
        })
        .or_else(|| self.through_globs(path, module, name, depth))
        .or_else(|| {
            let mut exporting = self.modules.values();
            let exporting = exporting.find(|module| module.exported_macros.contains(name));
            exporting.filter(|_| path.is_empty()).map(Resolved::Item)
        })
    }

    fn through_globs(
        &self,
        path: &ModulePath,
        module: &Module,
        name: &str,
        depth: usize,
    ) -> Option<Resolved<'_>> {
        module.uses.iter().filter(|found| found.name.is_none()).find_map(|found| {
            match self.resolve(path, &found.path, depth + 1)? {
                Resolved::Module(target) => self.lookup(&target, name, true, depth + 1),
                Resolved::Item(_) => None,
            }
        })
    }

    /// Whether the module that all but the last of `names` lead to has the last one.
    fn defines(&self, from: &ModulePath, names: &[String]) -> bool {
        let Some((last, parents)) = names.split_last() else { return false };
        match self.resolve(from, parents, 0) {
            Some(Resolved::Module(path)) => self.lookup(&path, last, true, 0).is_some(),
            _ => false,
        }
    }
}

/// A mere re-export is no use.
fn is_used(module: &Module, found: &Import, name: &str) -> bool {
    found.visibility == Visibility::Private || module.words.contains_key(name)
}
