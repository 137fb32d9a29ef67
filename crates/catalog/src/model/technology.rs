//! Technologies and what they are chosen for.

use serde::{Deserialize, Serialize};

use crate::named_values;
use crate::slug::Slug;

/// A technology that companies use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Technology {
    /// Part of `/technology/<slug>`; value of the query key `tech`.
    pub slug: Slug,
    /// Its official spelling.
    pub name: String,
    /// What it is chosen for.
    pub role: Role,
    /// Slug of the technology that it is a part of: Spark Streaming is a part of Spark. A filter by
    /// the parent includes it.
    pub parent: Option<Slug>,
    /// Other names, for search and matching.
    pub aliases: Vec<String>,
    /// Earlier slugs; their bookmarks lead here.
    pub formerly: Vec<Slug>,
    /// One sentence: what it is.
    pub summary: String,
    /// Address of its official site.
    pub homepage: String,
}

/// What a technology is chosen for, in the order in which data flows; roles that all stages depend
/// on come last. The text form is part of bookmarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Gets data out of applications and into the platform.
    Collection,
    /// Carries messages between systems.
    Transport,
    /// Computes on events as they arrive.
    StreamProcessing,
    /// Computes on data at rest.
    BatchProcessing,
    /// Keeps data.
    Storage,
    /// Makes tables of files in storage.
    TableFormat,
    /// Answers analytical queries.
    OlapQuery,
    /// Delivers results to users and applications.
    Serving,
    /// Schedules jobs.
    Orchestration,
    /// Runs everything else: machines, clusters, clouds.
    Infrastructure,
    /// Several of the above as one product.
    Platform,
}

named_values!(Role {
    Collection => "collection", "Collection";
    Transport => "transport", "Transport";
    StreamProcessing => "stream-processing", "Stream processing";
    BatchProcessing => "batch-processing", "Batch processing";
    Storage => "storage", "Storage";
    TableFormat => "table-format", "Table format";
    OlapQuery => "olap-query", "OLAP & query";
    Serving => "serving", "Serving";
    Orchestration => "orchestration", "Orchestration";
    Infrastructure => "infrastructure", "Infrastructure & cloud";
    Platform => "platform", "Platform";
});

impl Role {
    /// The stage of the data flow, from 0, which several roles may share. `None` for roles that all
    /// stages depend on.
    #[must_use]
    pub const fn stage(self) -> Option<u8> {
        match self {
            Self::Collection => Some(0),
            Self::Transport => Some(1),
            Self::StreamProcessing | Self::BatchProcessing => Some(2),
            Self::Storage | Self::TableFormat => Some(3),
            Self::OlapQuery => Some(4),
            Self::Serving => Some(5),
            Self::Orchestration | Self::Infrastructure | Self::Platform => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_in_the_order_of_their_stages() {
        assert!(Role::ALL.is_sorted_by_key(|role| role.stage().unwrap_or(u8::MAX)));
        assert!(Role::ALL.is_sorted(), "the index reads roles by their number");
    }
}
