pub(crate) const TITLE: &str = "Page not found";
pub(crate) const NEAREST: &str = "Nearest names";
pub(crate) const COMPANY: &str = "company";
pub(crate) const TECHNOLOGY: &str = "technology";
pub(crate) const NO_PAGE_CALLED: &str = "There is no page called ";
pub(crate) const DID_YOU_MEAN: &str = "Did you mean one of these?";
pub(crate) const ALL_COMPANIES: &str = "All companies";
pub(crate) const ALL_TECHNOLOGIES: &str = "All technologies";
