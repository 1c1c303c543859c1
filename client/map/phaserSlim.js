// Only the modules of Phaser that the map needs; a .js file because Phaser types its package as a whole only
// (phaserSlim.d.ts says what comes out). The package's `exports` hide single modules, hence the relative paths.
// Phaser's renderers require one another in a circle that closes only when it is entered here.
import "../../node_modules/phaser/src/renderer/index.js";
import Game from "../../node_modules/phaser/src/core/Game.js";
// Each of these registers itself with Phaser's plugin cache.
import "../../node_modules/phaser/src/cameras/2d/CameraManager.js";
import "../../node_modules/phaser/src/gameobjects/DisplayList.js";
import "../../node_modules/phaser/src/gameobjects/GameObjectCreator.js";
import "../../node_modules/phaser/src/gameobjects/GameObjectFactory.js";
import "../../node_modules/phaser/src/gameobjects/UpdateList.js";
import "../../node_modules/phaser/src/gameobjects/image/ImageFactory.js";
import "../../node_modules/phaser/src/scene/ScenePlugin.js";
import "../../node_modules/phaser/src/events/EventEmitter.js";

export { Game };
