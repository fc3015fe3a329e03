package shop;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Purchases extends JpaRepository<Purchase, Long> {
  List<Purchase> findBySkuOrderByIdDesc(String sku);

  long countByState(Purchase.State state);
}
