//! The participation ladder: a wijkbasisbaan is one of its rungs, and whoever asks for another is told which.

use crate::named;

named! {
    /// The six rungs of the participation ladder (policy note, "Visie op de wijkbasisbaan").
    pub enum Rung {
        /// 1: not active.
        Inactive = "inactive",
        /// 2: now and then, or a project.
        Citizenship = "citizenship",
        /// 3: a post as volunteer.
        VolunteerPost = "volunteer_post",
        /// 4: wijkbasisbaan: permanent or long-term at a social organisation.
        NeighbourhoodJob = "neighbourhood_job",
        /// 5: guided work in a company.
        EntryJob = "entry_job",
        /// 6: a regular job.
        RegularJob = "regular_job",
    }
}
