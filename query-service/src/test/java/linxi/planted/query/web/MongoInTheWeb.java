package linxi.planted.query.web;

import org.bson.BsonDocument;

class MongoInTheWeb {
    BsonDocument document() {
        return new BsonDocument();
    }
}
