package linxi.planted.query.feed;

import linxi.planted.query.sales.Feature;

class FeatureInTheFeed {
    Feature feature() {
        return new Feature();
    }
}
