package linxi.planted.query.sales;

import org.apache.kafka.common.TopicPartition;

class KafkaInAFeature {
    TopicPartition partition() {
        return new TopicPartition("x", 0);
    }
}
