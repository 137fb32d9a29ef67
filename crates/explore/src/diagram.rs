//! Positions of the boxes and arrows of a [`Diagram`].

use catalog::Diagram;

/// A diagram in layers: every flow goes from one layer to the next, except those that lead back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// In the order in which data flows.
    pub layers: Vec<Layer>,
    /// Flows that lead back to the same or an earlier step: positions in [`Diagram::steps`], from and
    /// to.
    pub back: Vec<(usize, usize)>,
}

/// Steps next to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    /// A step, or `None` where a flow passes on its way to a later layer.
    pub lanes: Vec<Option<usize>>,
    /// Arrows to the next layer: a lane of this layer, a lane of the next.
    pub links: Vec<(usize, usize)>,
}

impl Layout {
    /// Puts each step one layer after the last of the steps that feed it.
    ///
    /// [`Diagram::steps`] are in the order in which data reaches them, so a flow to an earlier step
    /// leads back. Flows between unknown steps are left out.
    #[must_use]
    pub fn of(diagram: &Diagram) -> Self {
        let mut forward = Vec::new();
        let mut layout = Self::default();
        for &(from, to) in &diagram.flows {
            let (from, to) = (from as usize, to as usize);
            if from.max(to) >= diagram.steps.len() {
                continue;
            }
            if from < to {
                forward.push((from, to));
            } else {
                layout.back.push((from, to));
            }
        }
        let mut layer_of = vec![0; diagram.steps.len()];
        for step in 0..diagram.steps.len() {
            for &(from, to) in &forward {
                if to == step {
                    layer_of[step] = layer_of[step].max(layer_of[from] + 1);
                }
            }
        }
        for (step, &layer) in layer_of.iter().enumerate() {
            layout.add_lane(layer, Some(step));
        }
        for (from, to) in forward {
            let mut lane = layout.lane_of(layer_of[from], from);
            for layer in layer_of[from]..layer_of[to] {
                let next = if layer + 1 == layer_of[to] {
                    layout.lane_of(layer + 1, to)
                } else {
                    layout.add_lane(layer + 1, None)
                };
                layout.layers[layer].links.push((lane, next));
                lane = next;
            }
        }
        layout
    }

    /// Adds a lane at the end of a layer. Returns its index.
    fn add_lane(&mut self, layer: usize, step: Option<usize>) -> usize {
        while self.layers.len() <= layer {
            self.layers.push(Layer::default());
        }
        let lanes = &mut self.layers[layer].lanes;
        lanes.push(step);
        lanes.len() - 1
    }

    fn lane_of(&self, layer: usize, step: usize) -> usize {
        self.layers[layer].lanes.iter().position(|lane| *lane == Some(step)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::DiagramStep;
    use proptest::prelude::*;

    fn diagram(steps: usize, flows: &[(u32, u32)]) -> Diagram {
        let step =
            |number| DiagramStep { name: format!("Step {number}"), part: None, technology: None };
        Diagram {
            caption: String::new(),
            description: String::new(),
            steps: (0..steps).map(step).collect(),
            flows: flows.to_vec(),
        }
    }

    #[test]
    fn a_chain_is_a_layer_a_step() {
        let layout = Layout::of(&diagram(3, &[(0, 1), (1, 2), (2, 0)]));
        let lanes: Vec<_> = layout.layers.iter().map(|layer| layer.lanes.clone()).collect();
        assert_eq!(lanes, [[Some(0)], [Some(1)], [Some(2)]]);
        assert_eq!(layout.back, [(2, 0)]);
    }

    #[test]
    fn a_long_flow_passes_the_layers_between() {
        let layout = Layout::of(&diagram(3, &[(0, 1), (1, 2), (0, 2)]));
        assert_eq!(layout.layers[1].lanes, [Some(1), None]);
        assert_eq!(layout.layers[0].links, [(0, 0), (0, 1)]);
        assert_eq!(layout.layers[1].links, [(0, 0), (1, 0)]);
    }

    /// The steps that links lead to from a lane, however many layers on.
    fn reached(layout: &Layout, layer: usize, lane: usize) -> Vec<usize> {
        let links = layout.layers[layer].links.iter().filter(|link| link.0 == lane);
        links
            .flat_map(|&(_, next)| match layout.layers[layer + 1].lanes[next] {
                Some(step) => vec![step],
                None => reached(layout, layer + 1, next),
            })
            .collect()
    }

    proptest! {
        #[test]
        fn every_flow_is_drawn_and_none_besides(
            flows in proptest::collection::btree_set((0..9_u32, 0..9_u32), 0..16)
        ) {
            let flows: Vec<_> = flows.into_iter().collect();
            let layout = Layout::of(&diagram(8, &flows));
            let mut drawn = layout.back.clone();
            let mut steps = Vec::new();
            for (number, layer) in layout.layers.iter().enumerate() {
                for (lane, step) in layer.lanes.iter().enumerate() {
                    let Some(step) = *step else { continue };
                    steps.push(step);
                    drawn.extend(reached(&layout, number, lane).into_iter().map(|to| (step, to)));
                }
            }
            drawn.sort_unstable();
            steps.sort_unstable();
            let known = flows.iter().filter(|(from, to)| *from.max(to) < 8);
            let known: Vec<_> = known.map(|&(from, to)| (from as usize, to as usize)).collect();
            prop_assert_eq!(drawn, known);
            prop_assert_eq!(steps, (0..8).collect::<Vec<_>>());
        }
    }
}
