package linxi.planted.command.web;

import org.bson.BsonDocument;

class MongoInTheWeb {
    BsonDocument document() {
        return new BsonDocument();
    }
}
